import { useEffect } from "preact/hooks";
import { isWide } from "./opened-as";

/** A sidebar reads again at most this often, in milliseconds, for what a dialog may have changed without telling. */
const PAUSE = 10_000;

const listeners = new Set<() => void>();
let channel: BroadcastChannel | undefined;
let isDialogOpen = false;
let last = 0;

/** Has what is shown here read again, after something changed it that lies on top of it. */
export const tellChange = (): void => {
  changes++;
  last = Date.now();
  for (const listener of listeners) listener();
};
// A frame of another origin never hears the channel; then what is shown is read again when the person comes back to it.
const comeBack = (): void => {
  if (isDialogOpen && Date.now() - last > PAUSE) tellChange();
};
const open = (): BroadcastChannel => {
  channel ??= new BroadcastChannel("tributary");
  return channel;
};

let changes = 0;
/** How many changes were made from this page, or told to it: what was read before the last one may be out of date. */
export const countChanges = (): number => changes;

/** Counts a change; a wide dialog also tells the sidebar that it changed something. */
export function announceChange(): void {
  changes++;
  if (isWide) open().postMessage("changed");
}

/** From now on a dialog beside this sidebar may change what is shown here. */
export function expectChanges(): void {
  if (isDialogOpen) return;
  isDialogOpen = true;
  open().onmessage = tellChange;
  window.addEventListener("focus", comeBack);
  document.documentElement.addEventListener("pointerenter", comeBack);
}

/** Does something again, in the sidebar, when a dialog beside it changed something. */
export function useElsewhere(onChange: () => void, isWanted = true): void {
  useEffect(() => {
    if (!isWanted) return;
    listeners.add(onChange);
    return () => {
      listeners.delete(onChange);
    };
  }, [onChange, isWanted]);
}
