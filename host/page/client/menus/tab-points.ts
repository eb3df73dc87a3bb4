import type { SheetInfo } from "../../wire";
import { act } from "../state/call";
import { absent, choice, item, line, type MenuPoint, menu } from "./points";

const colors = [
  ["No colour", null],
  ["Red", "#cc0000"],
  ["Orange", "#e69138"],
  ["Yellow", "#f1c232"],
  ["Green", "#6aa84f"],
  ["Blue", "#3d85c6"],
  ["Purple", "#674ea7"],
] as const;

/** The menu of a sheet's tab. */
export function tabPoints(
  sheets: readonly SheetInfo[],
  sheet: SheetInfo,
  rename: () => void,
  show: (sheet: number) => void,
  copy: () => void,
): readonly MenuPoint[] {
  const { id } = sheet;
  const seen = sheets.filter(({ hidden }) => !hidden);
  const place = seen.indexOf(sheet);
  /** To the place of the tab beside it: hidden sheets between them are passed. */
  const move = (beside: SheetInfo | undefined): void => {
    if (beside) void act("move-sheet", { sheet: id, to: sheets.indexOf(beside) });
  };
  const hide = async (): Promise<void> => {
    const other = seen[place + 1] ?? seen[place - 1];
    if ((await act("hide-sheet", { sheet: id, hidden: true })) && other) show(other.id);
  };
  return [
    item("Rename", rename, "F2"),
    item("Duplicate", copy),
    item("Delete", () => void act("delete-sheet", { sheet: id })),
    item("Hide sheet", () => void hide()),
    menu(
      "Tab colour",
      colors.map(([name, color]) =>
        choice(name, sheet.tabColor === color, () => void act("color-tab", { sheet: id, color })),
      ),
    ),
    line,
    place > 0
      ? item("Move left", () => move(seen[place - 1]))
      : absent("Move left", "It is the first"),
    place < seen.length - 1
      ? item("Move right", () => move(seen[place + 1]))
      : absent("Move right", "It is the last"),
    line,
    absent("Copy to another spreadsheet, protect", "Only on Google; a program can protect"),
  ];
}
