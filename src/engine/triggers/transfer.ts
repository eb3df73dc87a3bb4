import { quoted } from "../kernel/cells";
import { isDateCell, keyField } from "../kernel/fields";
import type { Sentence } from "../kernel/message";
import { nearestName } from "../kernel/nearest-name";
import type { Problem } from "../kernel/problem";
import { say } from "../kernel/say";
import type { Program } from "../program/program";
import type { Catalogue } from "../rules/facts";
import { type Trigger, tables } from "../tables";
import { parseJson } from "../tables/packed/packed";
import { isJson } from "../tables/packed/shape";
import { parseRow } from "../tables/parse-row";
import { printCell } from "../tables/table";
import { checkTrigger } from "./check-trigger";

const FORMAT = "tributary triggers";
const VERSION = 1;
const MOST_TRIGGERS = 500;
const columns = Object.entries(tables.triggers.columns);
/** What a file holds of a trigger: its key and what a person fills. */
const ids = columns.flatMap(([id, { filledBy }]) => (filledBy === "program" ? [] : [id]));

/** A file's numbers have a point before their decimals, wherever it is read. */
const portable = ({ context }: Program): Program["context"] => ({
  ...context,
  decimalMark: ".",
  million: "1,234,567.8",
});

/** Triggers as the text of one JSON file: cells by column, blank ones and defaults left out. */
export function printTriggers(triggers: readonly Trigger[], program: Program): string {
  const context = portable(program);
  const shown = triggers.map((trigger) =>
    Object.fromEntries(
      ids.flatMap((id) => {
        const cell = printCell(tables.triggers, id, trigger, context);
        return cell === "" ? [] : [[id, isDateCell(cell) ? cell.day : cell]];
      }),
    ),
  );
  return JSON.stringify({ format: FORMAT, version: VERSION, triggers: shown }, null, 2);
}

export type ReadTriggers =
  | { readonly ok: true; readonly triggers: readonly Trigger[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Reads such a file; every trigger is checked as if it were saved. Each problem names its trigger and column, and
 * one is enough for nothing to be read. A key that is missing is "" (to be given); rules may be text or JSON.
 */
export function readTriggers(text: string, program: Program, catalogue: Catalogue): ReadTriggers {
  const listed = listIn(text);
  if (typeof listed === "string") return { ok: false, problems: [problem(listed)] };
  const problems: Problem[] = [];
  const triggers = listed.map((given, i) => {
    const name = isJson(given) && typeof given.name === "string" ? ` ${quoted(given.name)}` : "";
    const refuse = (column: string, message: Sentence) =>
      problems.push(problem(say`Trigger ${String(i + 1)}${name}, ${column}: ${message}`));
    return readOne(given, program, catalogue, refuse);
  });
  const keys = triggers.flatMap((trigger) => trigger?.key || []);
  const twice = keys.find((key, i) => keys.indexOf(key) < i);
  if (twice !== undefined) problems.push(problem(`Two triggers have the key ${quoted(twice)}.`));
  return problems.length === 0
    ? { ok: true, triggers: triggers as readonly Trigger[] }
    : { ok: false, problems };
}

const problem = (message: Sentence): Problem => ({
  code: "TRIGGER_INVALID",
  at: { table: "input", column: "file" },
  message,
});

function listIn(text: string): readonly unknown[] | string {
  const file = parseJson(text);
  if (file === undefined) return "The file is not valid JSON.";
  if (!isJson(file) || file.format !== FORMAT) return "The file is not one of exported triggers.";
  if (file.version !== VERSION) {
    return `The file is of version ${quoted(String(file.version))}; only ${VERSION} can be read.`;
  }
  const { triggers } = file;
  if (!Array.isArray(triggers) || triggers.length === 0) return "The file has no triggers.";
  return triggers.length > MOST_TRIGGERS
    ? `The file has more than ${MOST_TRIGGERS} triggers.`
    : triggers;
}

type Refuse = (column: string, message: Sentence) => void;

function readOne(
  given: unknown,
  program: Program,
  catalogue: Catalogue,
  refuse: Refuse,
): Trigger | undefined {
  if (!isJson(given)) {
    refuse("as a whole", "It must be an object with columns.");
    return undefined;
  }
  let isSound = true;
  const say: Refuse = (column, message) => {
    isSound = false;
    refuse(column, message);
  };
  const cells: Record<string, string | number | boolean> = {};
  for (const [id, value] of Object.entries(given)) {
    if (!ids.includes(id)) {
      say(quoted(id), `It is not a column; did you mean “${nearestName(id, ids)}”?`);
    } else if (id === "rules" && isJson(value)) cells[id] = JSON.stringify(value);
    else if (["string", "number", "boolean"].includes(typeof value)) cells[id] = value as string;
    else say(id, "It must be a text, a number, or true or false.");
  }
  const context = portable(program);
  const key = keyField.parse(cells.key ?? "", context);
  if (!key.ok) say("Key", key.message);
  const row = { cells, extra: {} };
  const { record, problems } = parseRow(tables.triggers, key.ok ? key.value : "", row, context);
  for (const { at, message } of problems) say(at.column ?? "", message);
  if (!isSound) return undefined;
  const trigger = record as unknown as Trigger;
  const checked = checkTrigger(trigger, catalogue);
  if (checked.ok) return trigger;
  for (const { column, message } of checked.problems) {
    say(tables.triggers.columns[column].header, message);
  }
  return undefined;
}
