import type { Env } from "../kernel/env";
import type { Key } from "../kernel/keys";
import type { Sentence } from "../kernel/message";
import type { Work } from "../program/work";
import type { TableName } from "../tables";

/** Something that is not as it should be, with the cell at which a person sees it. */
export interface Finding {
  /** Names it within its check: what is wrong, by key. */
  readonly id: Key;
  readonly table: TableName;
  /** The row's key; "" for the tab as a whole. */
  readonly key: Key;
  /** The column's id. */
  readonly column: string;
  /** A sentence that says what is wrong and what to do. */
  readonly message: Sentence;
  /** The repairs of its check that are safe here. */
  readonly repairs: readonly RepairName[];
}

/** What one click can do about a finding. */
export const repairNames = [
  "restore",
  "void",
  "decline",
  "put back",
  "is new",
  "is same",
  "take off",
  "work out",
  "add again",
] as const;
export type RepairName = (typeof repairNames)[number];

export interface Repair {
  /** The button's words. */
  readonly label: string;
  /** Carries it out on the working copy; what it did, as a sentence for Activity and the person. */
  readonly act: (work: Work, finding: Finding, env: Env) => Sentence;
}

/** One question to the rows (RUN-16, RUN-17). Looking changes nothing. */
export interface HealthCheck {
  /** What all its findings have in common. */
  readonly label: string;
  /** Its findings are written at their cells by each run; the others are only told. */
  readonly marks?: true;
  /** Told to who asks, and no reason for a run to ask anybody to look. */
  readonly onlyAsked?: true;
  readonly find: (work: Work, env: Pick<Env, "today" | "left">) => readonly Finding[];
  readonly repairs?: { readonly [R in RepairName]?: Repair };
}

/** A finding without repairs, for checks that have none. */
export const finding = (
  table: TableName,
  key: Key,
  column: string,
  message: Sentence,
  repairs: readonly RepairName[] = [],
): Finding => ({ id: key, table, key, column, message, repairs });
