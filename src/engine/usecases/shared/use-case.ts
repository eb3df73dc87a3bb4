import { takeOver } from "../../edits/take-over";
import { type Leavable, type TakenOver, takenOver } from "../../edits/typed-over";
import type { Env } from "../../kernel/env";
import type { InputOf, Inputs } from "../../kernel/input";
import type { DomainError } from "../../kernel/problem";
import type { ReportTab } from "../../kernel/report-tab";
import type { Changeset } from "../../program/changeset";
import type { Program } from "../../program/program";
import {
  columnsIn,
  latestIn,
  type NameOf,
  nameOfRead,
  type Read,
  type ReadColumns,
  type ReadLatest,
  type RowsOf,
} from "../../program/reads";
import { refuseSettings, stoppingProblems } from "../../program/refuse-settings";
import { begin, type Work, type WorkOn } from "../../program/work";
import type { TableName } from "../../tables";

export interface Decision<Out> {
  readonly output: Out;
  readonly changes: Changeset;
  /** There is more to do of the same: the door calls again after it has written this part. */
  readonly more: boolean;
  /** A tab that the person asked for; the door writes it last, and puts its name into the output's `tab`. */
  readonly tab?: ReportTab;
  /** Nothing was decided but to mark the cells that stand in the way: the door writes that, then throws this. */
  readonly refusal?: DomainError;
}
/**
 * What happens first to cells of rewards, payouts and invoices that people typed over: they are taken over before
 * the use case decides, left to the next run, or the use case writes nothing at all.
 */
export type Edits = "take over" | "leave" | "read only";

export interface UseCase<
  Name extends string = string,
  I extends Inputs = Inputs,
  T extends TableName = TableName,
  Out = unknown,
> {
  readonly name: Name;
  /** Unless it is "read only", the door takes the lock and finishes a journal first. */
  readonly edits: Edits;
  readonly inputs: I;
  /** The tables it needs; no others are read. */
  readonly reads: readonly T[];
  /** Of tables that it reads in part, the columns; their rows are never written. */
  readonly columns?: ReadColumns;
  /** Of tables of which only headers and last rows are read, how many; they are never written. */
  readonly latest?: ReadLatest;
  decide(program: Program, input: InputOf<I>, env: Env): Decision<Out>;
}

/** What acts on rewards have in common: what they take over first, what of it may wait (EDIT-11a), and what they read. */
export const rewardAct = {
  edits: "take over",
  leaves: ["payouts", "drips"],
  reads: takenOver,
} as const;
/** The same of acts on invoices and payouts. */
export const invoiceAct = { edits: "take over", leaves: ["drips"], reads: takenOver } as const;

/** A use case from what it decides on a working copy. `decide` throws a DomainError where it refuses. */
export function useCase<
  const Name extends string,
  I extends Inputs,
  const R extends Read,
  Out,
>(definition: {
  readonly name: Name;
  /**
   * "take over" needs the tables in which something may be typed over, and those that follow from it. Where it is "read only" what
   * `decide` changes is not written; tests refuse it.
   */
  readonly edits: TakenOver extends R ? Edits : Exclude<Edits, "take over">;
  /** Of an act that takes over: tabs of which it needs nothing, so that what was typed there is left to the next run (EDIT-11a). */
  readonly leaves?: readonly Leavable[];
  readonly inputs: I;
  /** Besides the settings, which each use case reads. */
  readonly reads: readonly R[];
  readonly decide: (work: WorkOn<RowsOf<R | "settings">>, input: InputOf<I>, env: Env) => Out;
  readonly more?: (output: Out) => boolean;
}): UseCase<Name, I, NameOf<R | "settings">, Out> {
  const { name, inputs, decide, more, reads, edits, leaves } = definition;
  return {
    name,
    inputs,
    edits,
    reads: [...new Set<NameOf<R | "settings">>(["settings" as never, ...reads.map(nameOfRead)])],
    columns: columnsIn(reads),
    latest: latestIn(reads),
    decide: (program, values, env) => {
      if (edits !== "read only" && stoppingProblems(program).length > 0) {
        return { output: undefined as never, more: false, ...refuseSettings(program) };
      }
      const work = begin(program) as unknown as WorkOn<RowsOf<R | "settings">>;
      if (edits === "take over") takeOver(work as unknown as Work<TakenOver>, env, leaves);
      const before = work.changes();
      const output = decide(work, values, env);
      const changes = work.changes();
      // Most acts find nothing typed, and then nothing is compared.
      const isIdle =
        before.effects.length > 0 && JSON.stringify(changes) === JSON.stringify(before);
      const tab = work.tab();
      return {
        output,
        changes: isIdle ? { effects: [] } : changes,
        more: more?.(output) ?? false,
        ...(tab ? { tab } : {}),
      };
    },
  };
}
