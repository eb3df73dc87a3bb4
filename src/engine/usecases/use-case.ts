import { quoted } from "../cells";
import type { Changeset } from "../changeset";
import type { Day } from "../day";
import { ok } from "../field";
import type { Cell, DateCell, Field } from "../fields";
import { DomainError, type Problem } from "../problem";
import type { Program } from "../program";
import type { ReportTab } from "../report-tab";
import { refuseSettings } from "../run/refuse-settings";
import type { TableName } from "../tables";
import { type Entry, typedEntry } from "../typed-entry";
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
}
export type Inputs = Readonly<Record<string, Input>>;
export type InputOf<I extends Inputs> = {
  readonly [K in keyof I]: I[K] extends Input<infer T> ? T : never;
};

interface InputOptions {
  readonly required?: boolean;
  readonly hint?: string;
  readonly currencyIn?: string;
}
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
      const before = first && JSON.stringify(work.changes());
      const output = decide(work, values, env);
      const changes = work.changes();
      const isIdle = before !== undefined && JSON.stringify(changes) === before;
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

/** So many wrong fields are told; a call may bring in any number. */
const MOST_REFUSED = 20;

/**
 * Checks what came through the door against the inputs; text is read as people of the locale type it, where `entry`
 * says how they do. Throws INPUT_INVALID with a sentence for each field.
 */
export function checkInput<I extends Inputs>(
  inputs: I,
  given: unknown,
  program: Program,
  entry?: () => Entry,
): InputOf<I> {
  if (typeof (given ?? {}) !== "object" || Array.isArray(given)) {
    throw new DomainError("INPUT_INVALID", "A call takes one object of named fields.");
  }
  const source = (given ?? {}) as Readonly<Record<string, unknown>>;
  const problems: Problem[] = [];
  const values: Record<string, unknown> = {};
  const refuse = (id: string, message: string) =>
    problems.push({ code: "CELL_NOT_IN_LIST", at: { table: "input", column: id }, message });
  const ids = Object.keys(inputs);
  const known = new Set(ids);
  for (const id of Object.keys(source)) {
    if (known.has(id) || problems.length === MOST_REFUSED) continue;
    refuse(id, `${quoted(id)} is not a field of this form.`);
  }
  const amountsLast = [
    ...ids.filter((id) => inputs[id]?.field.kind !== "amount"),
    ...ids.filter((id) => inputs[id]?.field.kind === "amount"),
  ];
  for (const id of amountsLast) {
    const { field, label, required, currencyIn } = inputs[id] as Input;
    const cell = source[id];
    values[id] = null;
    if (cell === undefined || cell === null || (typeof cell === "string" && cell.trim() === "")) {
      if (required) refuse(id, `${label} is needed.`);
      continue;
    }
    if (typeof cell === "object") {
      refuse(id, `${label} must be plain text, a number or yes/no.`);
      continue;
    }
    const currency = (values[currencyIn] ??
      program.context.currency) as typeof program.context.currency;
    const typed =
      entry && typeof cell === "string" ? typedEntry(field.kind, cell, entry()) : ok(cell as Cell);
    const parsed = typed.ok ? field.parse(typed.value, { ...program.context, currency }) : typed;
    if (parsed.ok) values[id] = parsed.value;
    else refuse(id, parsed.message);
  }
  if (problems.length > 0) throw new DomainError("INPUT_INVALID", "", problems);
  return values as InputOf<I>;
}
