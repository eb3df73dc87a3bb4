import type { DateCell } from "../../kernel/fields";
import type { Currency } from "../../kernel/money";

/** What lines become that a program takes along when it moves from another tool (IMPORT-16). */
export const moves = ["partners", "customers", "open rewards"] as const;
export type Move = (typeof moves)[number];
/** What the lines of a file are: sales, what moves in, or answers of a form that stay where they are (PARTNER-7). */
export const lineKinds = ["sales", ...moves, "applications"] as const;
export type LineKind = (typeof lineKinds)[number];

/** One line as a partner, a customer, or a reward still owed; amounts in minor units. */
export interface MoveRow {
  readonly line: number;
  readonly key: string;
  readonly name: string;
  readonly email: string;
  readonly partner: string;
  /** Of a reward: its customer, by key or e-mail. */
  readonly customer: string;
  readonly date: DateCell | null;
  readonly amount: number;
  readonly isNegative: boolean;
  readonly currency: Currency | null;
  readonly description: string;
}
