import type { CallName } from "../calls";
import { Refused } from "./refused";

type Test = (value: unknown) => boolean;

const most = 20_000_000;
const whole =
  (least: number): Test =>
  (value) =>
    Number.isInteger(value) && Number(value) >= least && Number(value) <= most;
const text =
  (longest: number): Test =>
  (value) =>
    typeof value === "string" && value.length <= longest;
const flag: Test = (value) => typeof value === "boolean";
const oneOf =
  (...words: readonly string[]): Test =>
  (value) =>
    typeof value === "string" && words.includes(value);
const list =
  (of: Test): Test =>
  (value) =>
    Array.isArray(value) && value.every(of);
const optional =
  (test: Test): Test =>
  (value) =>
    value === undefined || test(value);
const fields =
  (tests: Readonly<Record<string, Test>>): Test =>
  (value) =>
    typeof value === "object" &&
    value !== null &&
    Object.entries(tests).every(([name, test]) => test((value as Record<string, unknown>)[name]));

const line = whole(1);
const area = { row: line, column: line, rows: line, columns: line };
const onSheet = { sheet: whole(0) };
const nothing: Test = () => true;

/** What each call takes, by name: all that `Calls` says in types. */
const inputs: Readonly<Record<CallName, Test>> = {
  type: fields({
    ...onSheet,
    row: line,
    column: line,
    texts: list(list(text(1_000_000))),
    by: oneOf("person", "paste"),
  }),
  clear: fields({ ...onSheet, areas: list(fields(area)) }),
  "insert-rows": fields({ ...onSheet, before: line, count: line }),
  "delete-rows": fields({ ...onSheet, row: line, count: line }),
  select: fields({ ...onSheet, ...area }),
  sort: fields({ ...onSheet, column: line, descending: flag }),
  widen: fields({ ...onSheet, column: line, width: (value) => Number.isFinite(value) }),
  "add-sheet": fields({ name: optional(text(1_000)) }),
  "rename-sheet": fields({ ...onSheet, name: text(1_000) }),
  "delete-sheet": fields(onSheet),
  click: fields({ path: list(text(1_000)) }),
  run: fields({ functionName: text(1_000), args: text(most) }),
  "close-panel": fields({ id: text(100) }),
  clock: (value) =>
    fields({ kind: oneOf("next-day", "next-month") })(value) ||
    fields({ kind: oneOf("day"), day: text(10) })(value),
  executions: nothing,
  outbox: nothing,
};

/** Refuses a call whose input is not what the page sends. */
export function checkInput(name: CallName, input: unknown): void {
  if (!inputs[name](input)) {
    throw new Refused(400, `The call "${name}" came with something it does not take.`);
  }
}
