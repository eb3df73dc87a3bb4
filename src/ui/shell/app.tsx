import { Toast } from "../parts/toast";
import { isWide } from "../state/opened-as";
import { useStore } from "../state/store";
import { ContextBar } from "./context-bar";
import { route } from "./router";
import type { ScreenRegistry } from "./screen";
import { Tabs } from "./tabs";

/** The whole sidebar: tabs, the present screen, and what is said about the last action. A wide dialog has no tabs. */
export function App({ screens }: { readonly screens: ScreenRegistry }) {
  const { place } = useStore(route);
  // The script may have been told a name that this version has no longer.
  const { Screen } = screens[place.screen] ?? screens.home;
  return (
    <>
      {!isWide && <Tabs place={place} screens={screens} />}
      {!isWide && <ContextBar place={place} />}
      <Screen key={`${place.screen} ${place.about ?? ""}`} about={place.about ?? ""} />
      <Toast />
    </>
  );
}
