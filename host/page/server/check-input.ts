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

/** What each call takes, by name: all that `Calls` says in types. */
const inputs: Readonly<Record<CallName, Shape>> = {
  type: fields({
    ...onSheet,
    row: line,
    column: line,
    texts: list(list(textOf(1_000_000))),
    by: oneOf("person", "paste"),
  }),
  clear: fields({ ...onSheet, areas: list(fields(area)) }),
  "insert-rows": fields({ ...onSheet, before: line, count: line }),
  "delete-rows": fields({ ...onSheet, row: line, count: line }),
  select: fields({ ...onSheet, ...area }),
  sort: fields({ ...onSheet, column: line, descending: flag }),
  widen: fields({ ...onSheet, column: line, width: (value) => Number.isFinite(value) }),
  "add-sheet": fields({ name: or(missing, textOf(1_000)) }),
  "rename-sheet": fields({ ...onSheet, name: textOf(1_000) }),
  "delete-sheet": fields(onSheet),
  click: fields({ path: list(textOf(1_000)) }),
  run: fields({ functionName: textOf(1_000), args: textOf(most) }),
  "close-panel": fields({ id: textOf(100) }),
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
