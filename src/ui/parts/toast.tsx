import { useEffect } from "preact/hooks";
import { createStore, useStore } from "../state/store";
import { Button, IconButton } from "./button";

/** The way back, or on, that is offered beside what was said. */
export interface WayOn {
  readonly label: string;
  readonly go: () => void;
}

const SECONDS_SHOWN = 8;
/** Longer where there is something to press. */
const SECONDS_WITH_WAY = 30;
const said = createStore<{ readonly sentence: string; readonly way?: WayOn } | undefined>(
  undefined,
);

/** Says what an action did: shown for a while, and spoken; with `way`, what may be done about it. */
export const say = (sentence: string, way?: WayOn): void =>
  said.set(way ? { sentence, way } : { sentence });

/** The live region; it stays in the page, so that screen readers notice what comes into it. */
export function Toast() {
  const message = useStore(said);
  useEffect(() => {
    if (!message) return undefined;
    const seconds = message.way ? SECONDS_WITH_WAY : SECONDS_SHOWN;
    const timer = setTimeout(() => said.set(undefined), seconds * 1000);
    return () => clearTimeout(timer);
  }, [message]);
  return (
    <div class="toast-place">
      <div class="toasts">
        <div role="status">{message && <p class="toast-text">{message.sentence}</p>}</div>
        {message?.way && (
          <Button
            look="text"
            onClick={() => {
              said.set(undefined);
              message.way?.go();
            }}
          >
            {message.way.label}
          </Button>
        )}
        {message && <IconButton icon="close" label="Dismiss" onClick={() => said.set(undefined)} />}
      </div>
    </div>
  );
}
