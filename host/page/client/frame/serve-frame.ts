import { call } from "../state/call";
import { theGrid } from "../state/the-grid";
import type { FromFrame, ToFrame } from "./messages";

type Served = {
  readonly frame: () => HTMLIFrameElement | null;
  /** The only origin that is listened to and answered. */
  readonly origin: string;
  readonly close: () => void;
  readonly resize: (size: { readonly width?: number; readonly height?: number }) => void;
};

/** Answers a frame's google.script calls; returns a function that stops it. */
export function serveFrame({ frame, origin, close, resize }: Served): () => void {
  const answer = (message: ToFrame): void => {
    frame()?.contentWindow?.postMessage(message, origin);
  };
  const run = async (id: number, functionName: string, args: string): Promise<void> => {
    try {
      answer({ kind: "answer", id, reply: await call("run", { functionName, args }) });
    } catch (thrown) {
      const message = thrown instanceof Error ? thrown.message : String(thrown);
      answer({ kind: "answer", id, reply: { status: "failed", message } });
    }
  };
  const listen = ({ source, origin: from, data }: MessageEvent): void => {
    if (from !== origin || source !== frame()?.contentWindow) return;
    const message = data as FromFrame;
    switch (message.kind) {
      case "run":
        void run(message.id, message.functionName, message.args);
        return;
      case "close":
        close();
        return;
      case "size":
        resize(message.size);
        return;
      case "focus-editor":
        theGrid()?.focus();
        return;
      default:
        message satisfies never;
    }
  };
  addEventListener("message", listen);
  return () => removeEventListener("message", listen);
}
