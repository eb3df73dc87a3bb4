import type { Day } from "../kernel/day";
import type { Key } from "../kernel/keys";
import type { Currency } from "../kernel/money";
import type { EventKind } from "../kernel/vocabulary";
import type { Action, Customer, Partner, Transaction } from "../tables";

/** What triggers listen to, with the records it is about as they stand at judging (TRIG-3, JUDGE-2). */
export interface ProgramEvent {
  readonly kind: EventKind;
  /** The key of the row that it is. */
  readonly key: Key;
  readonly on: Day;
  /** The transaction's currency; for events without money the program's. */
  readonly currency: Currency;
  readonly transaction: Transaction | null;
  readonly action: Action | null;
  readonly customer: Customer | null;
  /** Null for "no partner". */
  readonly partner: Partner | null;
}

/** Where a fact comes from. */
export const factSources = ["transaction", "action", "customer", "partner"] as const;
export type FactSource = (typeof factSources)[number];

/** The sources that each event has; a rule that asks for another is refused. */
export const sourcesOf: Readonly<Record<EventKind, readonly FactSource[]>> = {
  "customer created": ["customer", "partner"],
  "transaction created": ["transaction", "customer", "partner"],
  "action recorded": ["action", "customer", "partner"],
  "partner joined or changed group": ["partner"],
};
