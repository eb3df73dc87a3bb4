import { Icon } from "../parts/icon";
import { MenuButton } from "../parts/menu-button";
import { show } from "./router";
import type { Place, ScreenRegistry } from "./screen";

/** The screens at one place of the navigation, in the registry's order. */
const screensAt = (screens: ScreenRegistry, at: "tab" | "more") =>
  Object.entries(screens).flatMap(([screen, { place }]) =>
    place.at === at ? [{ ...place, to: { screen } as Place }] : [],
  );

/** The screens that can be opened from anywhere: the most used as tabs, the others in a menu. */
export function Tabs(props: { readonly place: Place; readonly screens: ScreenRegistry }) {
  const { place, screens } = props;
  const more = screensAt(screens, "more");
  return (
    <nav class="tabs" aria-label="Tributary">
      {screensAt(screens, "tab").map(({ to, label, icon }) => (
        <button
          key={label}
          type="button"
          aria-current={place.screen === to.screen ? "page" : undefined}
          onClick={() => show(to)}
        >
          <Icon name={icon} />
          <span>{label}</span>
        </button>
      ))}
      <MenuButton
        label="More"
        icon="more"
        isCurrent={more.some(({ to }) => to.screen === place.screen)}
        items={more.map(({ to, label, icon }) => ({ label, icon, onChoose: () => show(to) }))}
      />
    </nav>
  );
}
