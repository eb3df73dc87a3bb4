import type { Plain } from "../../realm/inside/bridge";
import { exception } from "../../realm/inside/exception";
import { chain, type Kit } from "../../realm/inside/kit";

interface MenuState {
  readonly caption: string;
  readonly addon: boolean;
  readonly entries: (readonly Plain[])[];
}

/** The class Menu; it is shown once addToUi has been called. */
export const menuClass = (kit: Kit) => {
  const menus = kit.define<MenuState>("Menu", {
    addItem: ({ entries }, caption: string, functionName: string) => {
      if (!caption || !functionName) throw exception("Invalid argument: caption or functionName");
      entries.push(["item", caption, functionName]);
      return chain;
    },
    addSeparator: ({ entries }) => {
      entries.push(["separator"]);
      return chain;
    },
    addSubMenu: ({ entries }, given: object) => {
      const menu = menus.stateOf(given);
      if (menu === undefined) throw exception("Invalid argument: menu");
      entries.push(["menu", menu.caption, menu.entries]);
      return chain;
    },
    addToUi: ({ caption, addon, entries }) => {
      kit.ask("ui.menu", caption, addon, entries);
    },
  });
  return menus;
};
