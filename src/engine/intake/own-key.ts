import { quoted } from "../kernel/cells";
import type { Env } from "../kernel/env";
import type { Key } from "../kernel/keys";
import { refuseInput } from "../kernel/refuse-input";
import type { Work } from "../program/work";
import type { TableName } from "../tables";

/** The key of a row that a person records: theirs, or a new one. Throws INPUT_INVALID where a row has it already. */
export function ownKey<T extends TableName>(
  work: Work<T>,
  table: T,
  given: Key | null,
  newKey: () => ReturnType<Env["newId"]>,
): Key {
  if (given === null) return newKey();
  if (!work.has(table, given)) return given;
  return refuseInput(
    "key",
    `A row with the key ${quoted(given)} is already there. Type another, or leave it blank.`,
  );
}
