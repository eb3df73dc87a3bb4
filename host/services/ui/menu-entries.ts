import type { Plain } from "../../realm/inside/bridge";
import type { MenuEntry } from "./ui-state";

/** Reads a menu as the realm passes it: ["item", caption, function], ["separator"], ["menu", caption, entries]. */
export const menuEntries = (told: Plain): readonly MenuEntry[] =>
  (told as readonly (readonly Plain[])[]).map(([kind, caption, rest = []]): MenuEntry => {
    if (kind === "separator") return { kind };
    if (kind === "item") return { kind, caption: String(caption), functionName: String(rest) };
    return { kind: "menu", caption: String(caption), entries: menuEntries(rest) };
  });
