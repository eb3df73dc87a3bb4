import type { Changeset } from "../changeset";
import type { Day } from "../day";
import type { DateCell, Field } from "../fields";
import type { DomainError } from "../problem";
import type { Program } from "../program";
import type { ReportTab } from "../report-tab";
import { refuseSettings } from "../run/refuse-settings";
import type { TableName } from "../tables";
import { begin, type Work } from "../work";

/** What a use case may know of the world (architecture.md §1). `newId` only for what a person makes. */
export interface Env {
  readonly today: Day;
  readonly now: DateCell;
  /** The account's e-mail. */
  readonly user: string;
  /** Seconds since this execution began; `now` is its beginning. */
  readonly seconds: number;
  readonly newId: (prefix: string) => string;
  /** How many more mails may go today; asks the mail service. */
  readonly mailsLeft: () => number;
  /** The names of the months in the spreadsheet's locale, January first. */
  readonly months: () => readonly string[];
}

/** One input of a use case: it draws the form's field and checks what comes through the door. */
export interface Input<T = unknown> {
  readonly label: string;
  readonly field: Field<NonNullable<T>>;
  readonly required: boolean;
  readonly hint: string;
  /** The input that names an amount's currency. */
  readonly currencyIn: string;
  /** Characters of text. */
  readonly longest: number;
}
export type Inputs = Readonly<Record<string, Input>>;
export type InputOf<I extends Inputs> = {
  readonly [K in keyof I]: I[K] extends Input<infer T> ? T : never;
};

interface InputOptions {
  readonly required?: boolean;
  readonly hint?: string;
  readonly currencyIn?: string;
  readonly longest?: number;
}
/** What a person writes fits its cell, beside whatever is said of it in Activity (50,000 characters: platform.md §4). */
const LONGEST = 1_000;
const LONGEST_PROSE = 10_000;
/** Of a file or a list of keys, which is written into no single cell: the door's own bound stands. */
export const ANY_LENGTH = 1_000_000;

/** An input; `null` when left blank, unless it is required. */
export function input<T, const O extends InputOptions>(
  label: string,
  field: Field<T>,
  options?: O,
): Input<O extends { readonly required: true } ? T : T | null> {
  return {
    label,
    field: field as Field<never>,
    required: options?.required ?? false,
    hint: options?.hint ?? "",
    currencyIn: options?.currencyIn ?? "currency",
    longest:
      options?.longest ?? field.longest ?? (field.kind === "long text" ? LONGEST_PROSE : LONGEST),
  };
}

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
export interface UseCase<
  Name extends string = string,
  I extends Inputs = Inputs,
  T extends TableName = TableName,
  Out = unknown,
> {
  readonly name: Name;
  /** Whether it may change anything: then the door takes the lock and finishes a journal first. */
  readonly writes: boolean;
  readonly inputs: I;
  /** The tables it needs; no others are read. */
  readonly reads: readonly T[];
  /** Done on the working copy before it decides, and written only where it then changes something. */
  readonly first?: (work: Work<never>, env: Env) => void;
  decide(program: Program, input: InputOf<I>, env: Env): Decision<Out>;
}

/** A use case from what it decides on a working copy. `decide` throws a DomainError where it refuses. */
export function useCase<
  const Name extends string,
  I extends Inputs,
  const T extends TableName,
  Out,
>(definition: {
  readonly name: Name;
  readonly writes: boolean;
  readonly inputs: I;
  readonly reads: readonly T[];
  /** Done on the working copy before it decides, and written only where it then changes something. */
  readonly first?: (work: Work<NoInfer<T>>, env: Env) => void;
  readonly decide: (work: Work<T>, input: InputOf<I>, env: Env) => Out;
  readonly more?: (output: Out) => boolean;
}): UseCase<Name, I, T, Out> {
  const { decide, more, ...rest } = definition;
  const { first } = definition;
  return {
    ...rest,
    decide: (program, values, env) => {
      if (rest.writes && program.settingProblems.length > 0) {
        return { output: undefined as never, more: false, ...refuseSettings(program) };
      }
      const work = begin<T>(program);
      first?.(work, env);
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
