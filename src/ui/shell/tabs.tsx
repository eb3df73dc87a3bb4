import { Icon } from "../parts/icon";
import { MenuButton } from "../parts/menu-button";
import { screens } from "../screens";
import { type Place, show } from "./router";
import type { ScreenName } from "./screen";

/** The screens found at one place of the navigation, in the registry's order. */
const found = (at: "tab" | "more") =>
  Object.entries(screens).flatMap(([name, { place }]) =>
    place.at === at ? [{ ...place, screen: name as ScreenName }] : [],
  );

/** The screens that can be opened from anywhere: the usual ones as tabs, the others in a menu. */
export function Tabs({ place }: { readonly place: Place }) {
  const further = found("more");
  return (
    <nav class="tabs" aria-label="Tributary">
      {found("tab").map(({ screen, label, icon }) => (
        <button
          key={screen}
          type="button"
          aria-current={place.screen === screen ? "page" : undefined}
          onClick={() => show({ screen })}
        >
          <Icon name={icon} />
          <span>{label}</span>
        </button>
      ))}
      <MenuButton
        label="More"
        icon="more"
        isCurrent={further.some(({ screen }) => screen === place.screen)}
        items={further.map(({ screen, label, icon }) => ({
          label,
          icon,
          onTake: () => show({ screen }),
        }))}
      />
    </nav>
  );
}
