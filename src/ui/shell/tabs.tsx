import { Icon } from "../parts/icon";
import { type ScreenName, screens } from "../screens";
import { type Place, show } from "./router";
import type { ScreenDefinition } from "./screen";

const names = Object.keys(screens) as readonly ScreenName[];

/** The screens that can be opened from anywhere. */
export function Tabs({ place }: { readonly place: Place }) {
  return (
    <nav class="tabs" aria-label="Tributary">
      {names.map((name) => {
        const { tab }: ScreenDefinition = screens[name];
        if (!tab) return null;
        return (
          <button
            key={name}
            type="button"
            aria-current={place.screen === name ? "page" : undefined}
            onClick={() => show({ screen: name })}
          >
            <Icon name={tab.icon} />
            <span>{tab.label}</span>
          </button>
        );
      })}
    </nav>
  );
}
