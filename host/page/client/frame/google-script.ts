import { createRunner } from "../../../rpc/create-runner";
import type { Reply } from "../../../rpc/reply";
import type { FromFrame, ToFrame } from "./messages";

/** The only page that this frame may talk to. */
const origin = document.currentScript?.dataset.page ?? "";
const waiting = new Map<number, (reply: Reply) => void>();
let last = 0;

const tell = (message: FromFrame): void => parent.postMessage(message, origin);

addEventListener("message", ({ source, origin: from, data }: MessageEvent) => {
  const message = data as ToFrame;
  if (source !== parent || from !== origin || message.kind !== "answer") return;
  waiting.get(message.id)?.(message.reply);
  waiting.delete(message.id);
});

const run = createRunner(
  (functionName, args) =>
    new Promise((resolve) => {
      last += 1;
      waiting.set(last, resolve);
      tell({ kind: "run", id: last, functionName, args });
    }),
);

/** google.script as HtmlService gives it to a sidebar or dialog (PLATFORM-27, PLATFORM-80). */
const script = {
  run,
  host: {
    origin,
    close: () => tell({ kind: "close" }),
    setWidth: (width: number) => tell({ kind: "size", size: { width: Number(width) } }),
    setHeight: (height: number) => tell({ kind: "size", size: { height: Number(height) } }),
    editor: { focus: () => tell({ kind: "focus-editor" }) },
  },
};

Object.assign(globalThis, { google: { script } });
/** Google's frames ignore that. */
globalThis.close = () => undefined;
