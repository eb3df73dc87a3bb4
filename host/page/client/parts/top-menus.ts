import type { MenuEntry } from "../../../services/ui/ui-state";
import type { PageState } from "../../wire";
import { act, call, tell } from "../state/call";
import { client } from "../state/client-state";
import { redo, undo } from "../state/history";
import { sheetActs } from "../state/sheet-acts";
import type { MenuPoint } from "./menu";
import { openFile } from "./open-file";

export type TopMenu = { readonly caption: string; readonly points: readonly MenuPoint[] };

/** createAddonMenu names its menu after the add-on. */
const addOnName = "Tributary";

const line = { kind: "separator" } as const;
const item = (caption: string, run: () => void, hint?: string): MenuPoint => ({
  kind: "item",
  caption,
  run,
  ...(hint && { hint }),
});

/** The menus of a state: the page's own, Extensions with the add-ons, and the script's others. */
export function topMenus(page: PageState): readonly TopMenu[] {
  const addOns = page.menus.filter(({ addon }) => addon);
  const others = page.menus.filter(({ addon }) => !addon);
  return [
    { caption: "File", points: fileMenu(page) },
    {
      caption: "Edit",
      points: [
        item("Undo", undo, "Ctrl+Z"),
        item("Redo", redo, "Ctrl+Y"),
        line,
        item("Delete values", sheetActs.clear, "Delete"),
        item("Delete rows", sheetActs.deleteRows),
      ],
    },
    {
      caption: "Insert",
      points: [
        item("Rows above", sheetActs.insertAbove),
        item("Rows below", sheetActs.insertBelow),
        line,
        item("Sheet", () => void act("add-sheet", {})),
      ],
    },
    {
      caption: "Data",
      points: [
        item("Sort sheet by this column (A to Z)", sheetActs.sortUp),
        item("Sort sheet by this column (Z to A)", sheetActs.sortDown),
      ],
    },
    {
      caption: "Extensions",
      points:
        addOns.length === 0
          ? [{ kind: "text", caption: "No add-on has made a menu" }]
          : addOns.map(({ caption, entries }) => ({
              kind: "menu",
              caption: caption || addOnName,
              points: entries.map((entry) => pointOf(entry, [caption])),
            })),
    },
    ...others.map(({ caption, entries }) => ({
      caption,
      points: entries.map((entry) => pointOf(entry, [caption])),
    })),
  ];
}

function fileMenu({ canOpen, file }: PageState): readonly MenuPoint[] {
  return [
    ...(canOpen ? [item("Open…", openFile)] : []),
    item("Download as .xlsx", () => location.assign("/download.xlsx")),
    line,
    { kind: "text", caption: file === null ? "Kept in memory only" : `Lies in ${file}` },
  ];
}

function pointOf(entry: MenuEntry, before: readonly string[]): MenuPoint {
  if (entry.kind === "separator") return line;
  const { caption } = entry;
  const path = [...before, caption];
  if (entry.kind === "item") return item(caption, () => void click(caption, path));
  return { kind: "menu", caption, points: entry.entries.map((each) => pointOf(each, path)) };
}

async function click(caption: string, path: readonly string[]): Promise<void> {
  client.set({ said: `${caption} started` });
  try {
    await call("click", { path });
    client.set({ said: `${caption} finished` });
  } catch (thrown) {
    tell(caption, thrown);
  }
}
