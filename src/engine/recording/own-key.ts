import { quoted } from "../cells";
import type { Key } from "../keys";
import type { TableName } from "../tables";
import { refuseInput } from "../usecases/refuse-input";
import type { Env } from "../usecases/use-case";
import type { Work } from "../work";

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
