import { closePage } from "../state/call";
import { isWide, openedAs } from "../state/opened-as";
import { createStore } from "../state/store";
import type { Place } from "./screen";

interface Route {
  readonly place: Place;
  /** The places to go back to, the nearest last. */
  readonly history: readonly Place[];
}

const home: Place = { screen: "home" };

/** The navigation state, in memory: a sidebar has no address of its own. */
export const route = createStore<Route>({
  place: openedAs.screen ? (openedAs as Place) : home,
  history: [],
});

/** Opens a screen from a tab: there is nothing to go back to. */
export const show = (place: Place): void => route.set({ place, history: [] });

/** Opens a screen on top of the current one. */
export function open(place: Place): void {
  const { place: present, history } = route.get();
  route.set({ place, history: [...history, present] });
}

/** Goes back one place; to Home where there is none, and a wide dialog closes. */
export function goBack(): void {
  const { history } = route.get();
  if (isWide && history.length === 0) {
    closePage();
    return;
  }
  const place = history[history.length - 1] ?? home;
  route.set({ place, history: history.slice(0, -1) });
}
