import { logEdits } from "../activity/log-edits";
import { deriveTouched } from "../invoices/derive-touched";
import type { Env } from "../kernel/env";
import type { Work } from "../program/work";
import { type TableName, tableNames } from "../tables";
import { versionTriggers } from "../triggers/version";
import { invoicesTyped } from "./invoices";
import { payoutsTyped } from "./payouts";
import { customersTyped, partnersTyped, transactionsTyped } from "./records";
import { rewardsTyped } from "./rewards";
import {
  type AnyTypedOver,
  type Leavable,
  type TakenOver,
  takenOver,
  takeTypedOver,
} from "./typed-over";

/** Invoices come before their lines, and lines before their payouts: whether a row is final must be known first. */
const definitions: readonly unknown[] = [
  invoicesTyped,
  rewardsTyped,
  payoutsTyped,
  partnersTyped,
  customersTyped,
  transactionsTyped,
];
const byTable = new Map(
  (definitions as readonly AnyTypedOver[]).map((each) => [each.table, each] as const),
);

/** What an act or a run takes over: of a run all parts but the first leave out what that told already. */
interface Options {
  readonly run?: string | null;
  readonly isFirstPart?: boolean;
  /** Tabs that are not among the tables, and are read only where what counts can't be told without them. */
  readonly leaves?: readonly Leavable[];
}

/**
 * Takes over what people typed into some tabs' cells, and logs it (EDIT-5, EDIT-12): it counts from here on, was restored, or
 * is proposed. A trigger whose terms changed gets its next version (TRIG-18).
 */
export function takeTyped(
  work: Work,
  env: Env,
  tables: readonly TableName[],
  { run = null, isFirstPart = true, leaves = [] }: Options,
): void {
  const others = tables.filter((table) => !byTable.has(table));
  for (const table of [...[...byTable.keys()].filter((each) => tables.includes(each)), ...others]) {
    const at = { today: env.today, run, isFirstPart, leaves };
    const edits = takeTypedOver(work, table, byTable.get(table), at);
    const versions = table === "triggers" ? versionTriggers(work) : [];
    logEdits(work, env, run, table, [...edits, ...versions]);
  }
}

/** What a run takes over first: what was typed into any tab. */
export const takeOverInRun = (
  work: Work,
  env: Env,
  options: Required<Pick<Options, "run" | "isFirstPart">>,
): void => takeTyped(work, env, tableNames, options);

/**
 * Takes over what was typed over in rewards, payouts and invoices, as a run does first, before a person acts on them: no act
 * hides an edit, and none pays a second time what a typed status made look open (EDIT-11). What it `leaves` waits (EDIT-11a).
 */
export function takeOver(work: Work<TakenOver>, env: Env, leaves: readonly Leavable[] = []): void {
  const taken = takenOver.filter((table) => !leaves.some((each) => each === table));
  takeTyped(work as unknown as Work, env, taken, { leaves });
  deriveTouched(work);
}
