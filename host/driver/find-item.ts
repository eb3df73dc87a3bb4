import type { MenuEntry, TopMenu } from "../services/ui/ui-state";

interface Item {
  readonly path: readonly string[];
  readonly functionName: string;
}

const itemsOf = (entries: readonly MenuEntry[], path: readonly string[]): Item[] =>
  entries.flatMap((entry): Item[] => {
    switch (entry.kind) {
      case "item":
        return [{ path: [...path, entry.caption], functionName: entry.functionName }];
      case "menu":
        return itemsOf(entry.entries, [...path, entry.caption]);
      case "separator":
        return [];
      default:
        return entry satisfies never;
    }
  });

/** The function of the one menu item with that caption, or path of captions joined by " › ". */
export const findItem = (menus: readonly TopMenu[], caption: string): string => {
  const items = menus.flatMap((menu) => itemsOf(menu.entries, [menu.caption]));
  const wanted = caption.split(" › ");
  const found = items.filter(
    ({ path }) => path.slice(-wanted.length).join(" › ") === wanted.join(" › "),
  );
  const [item] = found;
  if (item !== undefined && found.length === 1) return item.functionName;
  const all = items.map(({ path }) => path.join(" › ")).join(", ");
  throw new Error(
    `${found.length === 0 ? "No" : "More than one"} menu item is "${caption}". There are: ${all}.`,
  );
};
