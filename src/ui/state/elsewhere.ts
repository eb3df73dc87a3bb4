import { useEffect } from "preact/hooks";
import { isWide, openedAs } from "./opened-as";

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

/** What a wide dialog has the sidebar say as it closes. */
export interface Told {
  readonly said: string;
  /** The line of Activity that can be taken back; "" for none. */
  readonly undo: string;
}
const tellers = new Map<string, (told: Told) => void>();

/** A wide dialog says to the sidebar what it did, before it closes. */
export function tellSidebar(told: Told): void {
  if (isWide) open().postMessage({ ...told, by: `${openedAs.screen} ${openedAs.about}` });
}

/**
 * From now on a dialog beside this sidebar may change what is shown here. `onTold` hears what the one says that was
 * opened on a screen, about a record; those of other spreadsheets speak on the same channel.
 */
export function expectChanges(screen = "", about = "", onTold?: (told: Told) => void): void {
  if (onTold) tellers.set(`${screen} ${about}`, onTold);
  if (isDialogOpen) return;
  isDialogOpen = true;
  open().onmessage = ({ data }: MessageEvent<"changed" | (Told & { readonly by: string })>) => {
    tellChange();
    if (data !== "changed") tellers.get(data.by)?.(data);
  };
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
