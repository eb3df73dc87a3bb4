import { screens } from "../screens";
import { Home } from "../screens/home";
import { useStore } from "../state/store";
import { way } from "./router";
import { Tabs } from "./tabs";
import { Toast } from "./toast";

/** The whole sidebar: tabs, the present screen, and what is said about the last action. */
export function App() {
  const { place } = useStore(way);
  const { Screen } = screens[place.screen] ?? { Screen: Home };
  return (
    <>
      <Tabs place={place} />
      <Screen key={`${place.screen} ${place.about ?? ""}`} about={place.about ?? ""} />
      <Toast />
    </>
  );
}
