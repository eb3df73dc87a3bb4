import { fields, flag, list, missing, or, type Shape, text, whole } from "../../store/shape";
import type { CallName } from "../calls";
import { Refused } from "./refused";

const most = 20_000_000;
const textOf =
  (longest: number): Shape =>
  (value) =>
    text(value) && String(value).length <= longest;
const oneOf =
  (...words: readonly string[]): Shape =>
  (value) =>
    words.some((word) => word === value);

const line = whole(1, most);
const area = { row: line, column: line, rows: line, columns: line };
const onSheet = { sheet: whole(0, most) };
const nothing: Shape = () => true;
const empty: Shape = (value) => value === null;
const cell = or(textOf(50_000), flag, (value) => typeof value === "number");
const areas = list(fields(area));
const axis = oneOf("rows", "columns");
const lines = { ...onSheet, axis, first: line, count: line };
const wanted = {
  sheet: or(empty, whole(0, most)),
  text: textOf(50_000),
  matchCase: flag,
  wholeCell: flag,
  inFormulas: flag,
};
const [colorOrNot, flagOrNot] = [or(missing, empty, textOf(50)), or(missing, empty, flag)];
const styles = {
  background: colorOrNot,
  color: colorOrNot,
  bold: flagOrNot,
  italic: flagOrNot,
  underline: flagOrNot,
  strike: flagOrNot,
  align: or(missing, empty, oneOf("left", "center", "right")),
  wrap: or(missing, empty, oneOf("WRAP", "OVERFLOW", "CLIP")),
};
/** A record with these fields and no others: what is kept as it came. */
const only =
  (shapes: Readonly<Record<string, Shape>>): Shape =>
  (value) =>
    fields(shapes)(value) && Object.keys(value as object).every((name) => name in shapes);

/** What each call takes, by name: all that `Calls` says in types. */
const inputs: Readonly<Record<CallName, Shape>> = {
  type: fields({
    ...onSheet,
    row: line,
    column: line,
    texts: list(list(textOf(1_000_000))),
    by: oneOf("person", "paste"),
  }),
  clear: fields({ ...onSheet, areas, what: oneOf("values", "formats") }),
  "insert-lines": fields({ ...onSheet, axis, before: line, count: line }),
  "delete-lines": fields(lines),
  "hide-lines": fields({ ...lines, hidden: flag }),
  "move-lines": fields({ ...lines, before: line }),
  freeze: fields({ ...onSheet, axis, count: whole(0, most) }),
  format: fields({ ...onSheet, areas, format: textOf(1_000) }),
  style: fields({ ...onSheet, areas, style: only(styles) }),
  note: fields({ ...onSheet, row: line, column: line, text: textOf(50_000) }),
  paste: fields({
    ...onSheet,
    to: fields(area),
    from: fields({ ...onSheet, ...area }),
    kind: oneOf("all", "values", "formats"),
    isCut: flag,
  }),
  "create-filter": fields({ ...onSheet, ...area }),
  "remove-filter": fields(onSheet),
  "filter-column": fields({
    ...onSheet,
    column: line,
    by: or(
      empty,
      only({ hidden: list(textOf(50_000)), criteria: or(empty, textOf(100)), values: list(cell) }),
    ),
  }),
  "sort-filter": fields({ ...onSheet, column: line, descending: flag }),
  "filter-values": fields({ ...onSheet, column: line }),
  find: fields(wanted),
  replace: fields({
    ...wanted,
    by: textOf(50_000),
    at: or(empty, fields({ ...onSheet, row: line, column: line })),
  }),
  undo: nothing,
  redo: nothing,
  select: fields({ ...onSheet, ...area }),
  sort: fields({ ...onSheet, column: line, descending: flag }),
  widen: fields({ ...onSheet, column: line, width: (value) => Number.isFinite(value) }),
  "add-sheet": fields({ name: or(missing, textOf(1_000)) }),
  "rename-sheet": fields({ ...onSheet, name: textOf(1_000) }),
  "delete-sheet": fields(onSheet),
  "hide-sheet": fields({ ...onSheet, hidden: flag }),
  "copy-sheet": fields(onSheet),
  "move-sheet": fields({ ...onSheet, to: whole(0, 1_000) }),
  "color-tab": fields({ ...onSheet, color: or(empty, textOf(50)) }),
  click: fields({ path: list(textOf(1_000)) }),
  run: fields({ functionName: textOf(1_000), args: textOf(most) }),
  "close-panel": fields({ id: textOf(100) }),
  "hold-clock": fields({ held: flag }),
  clock: or(
    fields({ kind: oneOf("next-day", "next-month") }),
    fields({ kind: oneOf("day"), day: textOf(10) }),
  ),
  executions: nothing,
  outbox: nothing,
};

/** Refuses a call whose input is not what the page sends. */
export function checkInput(name: CallName, input: unknown): void {
  if (!inputs[name](input)) {
    throw new Refused(400, `The call "${name}" came with something it does not take.`);
  }
}
