import { useEffect, useRef } from "preact/hooks";
import { screens } from "../screens";
import { useStore } from "../state/store";
import { way } from "./router";
import { Tabs } from "./tabs";
import { Toast } from "./toast";

/** The whole sidebar: tabs, the present screen, and what is said about the last action. */
export function App() {
  const { place } = useStore(way);
  const isFirst = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus moves when the place changes
  useEffect(() => {
    // As it opens, the sheet keeps the focus; later it follows the person to the new screen.
    if (!isFirst.current) focusScreen();
    isFirst.current = false;
  }, [place]);
  const { Screen } = screens[place.screen];
  return (
    <>
      <Tabs place={place} />
      <Screen key={`${place.screen} ${place.about ?? ""}`} about={place.about ?? ""} />
      <Toast />
    </>
  );
}

function focusScreen(): void {
  const target =
    document.querySelector<HTMLElement>("[data-first]") ?? document.querySelector("h1");
  target?.focus();
  scrollTo(0, 0);
}
