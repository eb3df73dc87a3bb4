import type { Sentence } from "./message";
import { DomainError } from "./problem";

/** Refuses one field of a form with a sentence that says what to enter. */
export function refuseInput(column: string, message: Sentence): never {
  throw new DomainError("INPUT_INVALID", "", [
    { code: "CELL_OUT_OF_RANGE", at: { table: "input", column }, message },
  ]);
}
