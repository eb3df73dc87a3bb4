import type { Input, InputOf, Inputs } from "../../../src/engine/kernel/input";
import { asRefusal } from "../../../src/engine/kernel/problem";
import { apply, type Changeset } from "../../../src/engine/program/changeset";
import type { Program } from "../../../src/engine/program/program";
import type { TableName } from "../../../src/engine/tables";
import { checkInput } from "../../../src/engine/usecases/shared/check-input";
import type { UseCase } from "../../../src/engine/usecases/shared/use-case";
import { envOn } from "../../support/program";
import { type Worded, worded } from "../../support/worded";

let ids = 0;

/** What a test gives an act: its own fields, also wrong values in them; but a list is a list. */
type Given<I extends Inputs> = {
  readonly [K in keyof I]?: I[K] extends Input<infer T>
    ? NonNullable<T> extends readonly unknown[]
      ? readonly string[] | null
      : unknown
    : never;
};

/** What comes of an act; `said` is its output with every sentence as words. */
interface Done<Out> {
  readonly program: Program;
  readonly output: Out;
  readonly said: Worded<Out>;
  readonly changes: Changeset;
}

/** The program as the door loads it for a use case: of its tables only those that it declares. */
const asLoaded = (program: Program, reads: readonly TableName[]): Program => ({
  ...program,
  tables: Object.fromEntries(
    Object.entries(program.tables).filter(([name]) => reads.includes(name as TableName)),
  ) as Program["tables"],
});

/** Carries an act out as the door does: what comes in is checked first. Ids never repeat. */
export function act<I extends Inputs, Out>(
  program: Program,
  useCase: UseCase<string, I, TableName, Out>,
  given: Given<I>,
  today: string,
): Done<Out> {
  const values: InputOf<I> = checkInput(useCase.inputs, given, program);
  const env = { ...envOn(today), newId: (prefix: string) => `${prefix}_${++ids}` };
  const { output, changes } = useCase.decide(asLoaded(program, useCase.reads), values, env);
  // The door writes nothing of a use case that only reads.
  if (useCase.edits === "read only")
    expect([useCase.name, changes.effects]).toEqual([useCase.name, []]);
  return { program: apply(program, changes), output, said: worded(output), changes };
}

/** The code with which an act is refused, and the fields it names. */
export function refusal(attempt: () => unknown): string {
  try {
    attempt();
  } catch (thrown) {
    const refused = asRefusal(thrown);
    if (!refused) throw thrown;
    return [refused.code, ...refused.problems.map(({ at }) => at.column)].join(" ");
  }
  return "not refused";
}
