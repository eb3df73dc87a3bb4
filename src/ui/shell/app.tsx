import { screens } from "../screens";
import { isWide } from "../state/opened-as";
import { useStore } from "../state/store";
import { ContextBar } from "./context-bar";
import { way } from "./router";
import { Tabs } from "./tabs";
import { Toast } from "./toast";

/** The whole sidebar: tabs, the present screen, and what is said about the last action. A wide dialog has no tabs. */
export function App() {
  const { place } = useStore(way);
  // The script may have been told a name that this version has no longer.
  const { Screen } = screens[place.screen] ?? screens.home;
  return (
    <>
      {!isWide && <Tabs place={place} />}
      {!isWide && <ContextBar place={place} />}
      <Screen key={`${place.screen} ${place.about ?? ""}`} about={place.about ?? ""} />
      <Toast />
    </>
  );
}
