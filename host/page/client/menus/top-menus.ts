import type { MenuEntry } from "../../../services/ui/ui-state";
import type { PageState } from "../../wire";
import { act, call, tell } from "../state/call";
import { client } from "../state/client-state";
import { columnLetters } from "../state/place-name";
import { sheetActs, step } from "../state/sheet-acts";
import { clipboardPoints, filterPoint, notePoint, sheetInView, showAllHidden } from "./cell-points";
import { formatPoints } from "./format-points";
import { openFile } from "./open-file";
import { absent, choice, item, line, type MenuPoint, menu } from "./points";

export type TopMenu = { readonly caption: string; readonly points: readonly MenuPoint[] };

/** createAddonMenu names its menu after the add-on. */
const addOnName = "Tributary";

/** The menus of a state: the page's own, Extensions with the add-ons, and the script's others. */
export function topMenus(page: PageState): readonly TopMenu[] {
  const addOns = page.menus.filter(({ addon }) => addon);
  const others = page.menus.filter(({ addon }) => !addon);
  return [
    { caption: "File", points: fileMenu(page) },
    { caption: "Edit", points: editMenu() },
    { caption: "View", points: viewMenu(page) },
    { caption: "Insert", points: insertMenu() },
    { caption: "Format", points: formatPoints() },
    { caption: "Data", points: dataMenu() },
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
    absent("Share, version history, print", "Only on Google"),
    line,
    { kind: "text", caption: file === null ? "Kept in memory only" : `Saved in ${file}` },
  ];
}

const editMenu = (): readonly MenuPoint[] => [
  item("Undo", () => step("undo"), "Ctrl+Z"),
  item("Redo", () => step("redo"), "Ctrl+Y"),
  line,
  ...clipboardPoints(),
  line,
  menu("Delete", [
    item("Values", sheetActs.clear, "Delete"),
    item("Rows", () => sheetActs.deleteLines("rows")),
    item("Columns", () => sheetActs.deleteLines("columns")),
  ]),
  line,
  item("Find…", () => client.set({ finding: "find" }), "Ctrl+F"),
  item("Find and replace…", () => client.set({ finding: "replace" }), "Ctrl+H"),
];

function viewMenu({ sheets }: PageState): readonly MenuPoint[] {
  const { frozenRows = 0, frozenColumns = 0 } = sheetInView() ?? {};
  const { area } = client.get().active ?? {};
  const [row, column] = [
    (area?.row ?? 1) + (area?.rows ?? 1) - 1,
    (area?.column ?? 1) + (area?.columns ?? 1) - 1,
  ];
  const hidden = sheets.filter((sheet) => sheet.hidden);
  const rows = (caption: string, count: number): MenuPoint =>
    choice(caption, frozenRows === count, () => sheetActs.freeze("rows", count));
  const columns = (caption: string, count: number): MenuPoint =>
    choice(caption, frozenColumns === count, () => sheetActs.freeze("columns", count));
  return [
    menu("Freeze", [
      rows("No rows", 0),
      rows("1 row", 1),
      rows("2 rows", 2),
      ...(row > 2 ? [rows(`Up to row ${row}`, row)] : []),
      line,
      columns("No columns", 0),
      columns("1 column", 1),
      columns("2 columns", 2),
      ...(column > 2 ? [columns(`Up to column ${columnLetters(column)}`, column)] : []),
    ]),
    item("Show all hidden rows and columns", showAllHidden),
    hidden.length === 0
      ? absent("Hidden sheets", "None is hidden")
      : menu(
          "Hidden sheets",
          hidden.map(({ id, name }) =>
            item(`Show ${name}`, () => void act("hide-sheet", { sheet: id, hidden: false })),
          ),
        ),
    line,
    absent("Gridlines, groups, zoom", "Only on Google; Ctrl and + or − zooms the page"),
  ];
}

const insertMenu = (): readonly MenuPoint[] => [
  item("Rows above", () => sheetActs.insertBefore("rows")),
  item("Rows below", () => sheetActs.insertAfter("rows")),
  item("Columns left", () => sheetActs.insertBefore("columns")),
  item("Columns right", () => sheetActs.insertAfter("columns")),
  line,
  notePoint(),
  item("Sheet", () => void act("add-sheet", {})),
  line,
  absent("Chart, drop-down, tick box", "Here only a program makes them; the page shows them"),
  absent("Image, link, comment, pivot table", "Only on Google"),
];

const dataMenu = (): readonly MenuPoint[] => [
  item("Sort sheet by this column (A to Z)", () => sheetActs.sort(false)),
  item("Sort sheet by this column (Z to A)", () => sheetActs.sort(true)),
  line,
  filterPoint(),
  line,
  absent("Data validation, protected ranges", "Here only a program sets them; the page obeys them"),
  absent("Filter views, slicers, named ranges", "Only on Google"),
];

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
