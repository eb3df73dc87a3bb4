import { useEffect } from "preact/hooks";
import { IconButton } from "../parts/button";
import { createStore, useStore } from "../state/store";

const SECONDS_SHOWN = 8;
const said = createStore<{ readonly sentence: string } | undefined>(undefined);

/** Says what an action did: shown for a while, and spoken. */
export const say = (sentence: string): void => said.set({ sentence });

/** The live region; it stays in the page, so that screen readers notice what comes into it. */
export function Toast() {
  const message = useStore(said);
  useEffect(() => {
    if (!message) return undefined;
    const timer = setTimeout(() => said.set(undefined), SECONDS_SHOWN * 1000);
    return () => clearTimeout(timer);
  }, [message]);
  return (
    <div class="toasts">
      <div role="status">{message && <p class="toast-text">{message.sentence}</p>}</div>
      {message && <IconButton icon="close" label="Dismiss" onClick={() => said.set(undefined)} />}
    </div>
  );
}
