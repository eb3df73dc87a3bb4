import type { DateCell } from "../../kernel/fields";
import type { Currency } from "../../kernel/money";

/** What lines become that a program takes along when it moves from another tool (IMPORT-16). */
export const moves = ["partners", "customers", "open rewards"] as const;
export type Move = (typeof moves)[number];
/** What the lines of a file are: sales, what moves in, or answers of a form that stay where they are (PARTNER-7). */
export const lineKinds = ["sales", ...moves, "applications"] as const;
export type LineKind = (typeof lineKinds)[number];

/** Whether lines that are similar to rows are these rows, or are new (IMPORT-10b). */
export const similarAnswers = ["same", "new"] as const;
export type SimilarAnswer = (typeof similarAnswers)[number];

/** What every line says of itself, its texts as the file has them; amounts in minor units. */
export interface LineRow {
  readonly line: number;
  readonly key: string;
  /** Of a line without a key, the key that earlier releases gave it, where that was another one; "" otherwise. */
  readonly former: string;
  /** What a person said of a line that is similar to a row; "" where nobody was asked (IMPORT-10b). */
  readonly answer: SimilarAnswer | "";
  /** The customer; of a reward that moves in, by key or e-mail. */
  readonly customer: string;
  readonly email: string;
  readonly name: string;
  readonly amount: number;
  readonly currency: Currency | null;
  readonly partner: string;
}
/** One line as a partner, a customer, or a reward still owed. */
export interface MoveRow extends LineRow {
  readonly date: DateCell | null;
  readonly isNegative: boolean;
  readonly description: string;
}
