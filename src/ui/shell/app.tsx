import type { ComponentChildren } from "preact";
import { Toast } from "../parts/toast";
import { isWide } from "../state/opened-as";
import { useStore } from "../state/store";
import { ContextBar } from "./context-bar";
import { MixedReleases } from "./release";
import { route } from "./router";
import type { ScreenRegistry } from "./screen";
import { Tabs } from "./tabs";

/** The whole sidebar: tabs, the current screen and the toast. A wide dialog has no tabs. */
export function App(props: {
  readonly screens: ScreenRegistry;
  /** What may lie on top of any screen. */
  readonly panel: ComponentChildren;
}) {
  const { screens, panel } = props;
  const { place } = useStore(route);
  // The script may have been given a name that this version no longer has.
  const { Screen } = screens[place.screen] ?? screens.home;
  return (
    <>
      {!isWide && <Tabs place={place} screens={screens} />}
      {!isWide && <ContextBar place={place} />}
      <MixedReleases />
      <Screen key={`${place.screen} ${place.about ?? ""}`} about={place.about ?? ""} />
      {panel}
      <Toast />
    </>
  );
}
