import { closePage } from "../state/call";
import { isWide, openedAs } from "../state/opened-as";
import { createStore } from "../state/store";
import type { Place } from "./screen";

interface Way {
  readonly place: Place;
  /** The places below the present one, nearest last. */
  readonly behind: readonly Place[];
}

const home: Place = { screen: "home" };

/** The way through the sidebar, in memory: a sidebar has no address of its own. */
export const way = createStore<Way>({
  place: openedAs.screen ? (openedAs as Place) : home,
  behind: [],
});

/** Opens a screen from a tab: nothing lies behind it. */
export const show = (place: Place): void => way.set({ place, behind: [] });

/** Opens a screen on top of the present one. */
export function open(place: Place): void {
  const { place: present, behind } = way.get();
  way.set({ place, behind: [...behind, present] });
}

/** Goes back to the place below; home where nothing lies behind, and a wide dialog closes. */
export function goBack(): void {
  const { behind } = way.get();
  if (isWide && behind.length === 0) {
    closePage();
    return;
  }
  const place = behind[behind.length - 1] ?? home;
  way.set({ place, behind: behind.slice(0, -1) });
}
