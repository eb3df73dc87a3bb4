import { linesOf } from "../../activity/lines-of";
import type { Env } from "../../kernel/env";
import { keyField, yesNoField } from "../../kernel/fields";
import { sumOf } from "../../kernel/group-by";
import { type InputOf, input } from "../../kernel/input";
import type { Key } from "../../kernel/keys";
import type { Sentence } from "../../kernel/message";
import { toDecimal } from "../../kernel/money";
import { DomainError } from "../../kernel/problem";
import { say } from "../../kernel/say";
import { apply, combine } from "../../program/changeset";
import type { Program } from "../../program/program";
import { refuseSettings, stoppingProblems } from "../../program/refuse-settings";
import { begin, type Work } from "../../program/work";
import { writeSetting } from "../../program/write-setting";
import { type RecordOf, type TableName, tableNames, tableOf } from "../../tables";
import { inverseOf } from "../../undo/inverse";
import { planUndo, type Reason, reasons, type UndoPlan } from "../../undo/plan-undo";
import { readTraces, type Traces } from "../../undo/read-traces";
import { hasUndo, keepUndoText, recordedText } from "../../undo/record-undo";
import { type Adjustment, adjustmentsOf, deriveAgain, proposeAll } from "../../undo/settle-undone";
import { latestRun, UNDONE } from "../../undo/undoable-run";
import { logAct } from "../shared/log-act";

const MOST_ROWS = 150;

const inputs = {
  changedToo: input("Undo what was changed since, too", yesNoField, {
    hint: "Also undo rows that a person has changed since the run.",
  }),
  run: input("Run", keyField, { hint: "The run that was shown. Blank means the latest." }),
  confirmed: input("Confirmed", yesNoField),
};

/**
 * Undoes the latest run not yet undone, and pauses the program; with `confirmed` no, only says what that would
 * come to (UNDO-6). Throws RUN_NOT_UNDOABLE where there is none, what it
 * changed is not kept, or `run` is not the latest any more: a second press must not undo the run before.
 */
export const undoRun = {
  name: "undo-run",
  edits: "leave",
  inputs,
  reads: tableNames,
  decide: (program: Program, given: InputOf<typeof inputs>, env: Env) => {
    if (stoppingProblems(program).length > 0) {
      return { output: undefined as never, more: false, ...refuseSettings(program) };
    }
    const work: Work = begin(program);
    const line = runToUndo(work, given.run);
    const plan = planUndo(work, tracesOf(line), {
      changedToo: given.changedToo === true,
    });
    const adjustments = adjustmentsOf(work, plan);
    const done = given.confirmed === true;
    const output = describe(line, plan, adjustments, done);
    if (!done) return { output, changes: { effects: [] }, more: false };
    const inverse = inverseOf(work, plan);
    const after: Work = begin(apply(program, inverse));
    proposeAll(after, adjustments, env.today);
    deriveAgain(after, plan);
    // Nothing runs until a person resumes it in Settings (UNDO-5).
    writeSetting(after, "paused", "yes");
    keepUndoText(after, line, [UNDONE]);
    logAct(after, env, {
      what: "Undid a run and paused the program",
      records: [line.key],
      from: line.what,
      to: sentence(output, plan),
    });
    return { output, changes: combine(inverse, after.changes()), more: false };
  },
} as const;

function runToUndo(work: Work<"activity">, wanted: Key | null): RecordOf<"activity"> {
  const line = latestRun(work);
  if (wanted && work.get("activity", wanted)?.undo === UNDONE) {
    throw new DomainError("RUN_NOT_UNDOABLE", `“${wanted}” is undone already.`);
  }
  if (!line) throw new DomainError("RUN_NOT_UNDOABLE");
  if (wanted && line.key !== wanted) {
    throw new DomainError(
      "RUN_NOT_UNDOABLE",
      `“${wanted}” is no longer the latest run. Close this and check what undoing “${line.key}” would do.`,
    );
  }
  if (hasUndo(line)) return line;
  throw new DomainError(
    "RUN_NOT_UNDOABLE",
    `“${line.key}” can't be undone: what it changed is ${line.undo}.`,
  );
}

/** What is kept of a run; refused where a person has cut its cells. */
function tracesOf(line: RecordOf<"activity">): Traces {
  try {
    return readTraces(recordedText(line));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new DomainError(
      "RUN_NOT_UNDOABLE",
      `“${line.key}” can't be undone: its cells in the column Undo of Activity were changed.`,
    );
  }
}

export type UndoOutput = ReturnType<typeof describe>;
/** What undoing comes to. */
function describe(
  { key: run, what }: RecordOf<"activity">,
  { standings, stays }: UndoPlan,
  adjustments: readonly Adjustment[],
  done: boolean,
) {
  const undone = standings.filter((each) => !stays.has(each));
  const staying = [...stays].map(([{ table, key }, reason]) => ({
    tab: tableOf(table).sheet,
    key,
    why: reasons[reason satisfies Reason],
  }));
  const asked = standings
    .filter((each) => each.since === "changed" && stays.get(each) !== "final")
    .map(({ table, key }) => ({ tab: tableOf(table).sheet, key }));
  const over = [staying, asked, adjustments].map(({ length }) => Math.max(0, length - MOST_ROWS));
  return {
    run,
    /** What the run said of itself. */
    what,
    /** False for a preview: nothing was changed. */
    done,
    /** By tab: the rows that are removed, and those whose cells are restored. */
    removed: countByTab(undone.filter(({ made }) => made !== undefined)),
    restored: countByTab(undone.filter(({ made }) => made === undefined)),
    /** What stays, and why. */
    stays: staying.slice(0, MOST_ROWS),
    /** Rows that a person has changed since: they are undone only where that is asked for. */
    asked: asked.slice(0, MOST_ROWS),
    /** The held lines that put right what is on a final invoice. */
    adjustments: adjustments.slice(0, MOST_ROWS).map((each) => {
      const { amount, currency } = each;
      return { ...each, decimal: toDecimal({ amount, currency }) };
    }),
    /** Rows of these lists that are left out. */
    more: sumOf(over, (n) => n),
  };
}

function countByTab(rows: readonly { readonly table: TableName }[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { table } of rows) {
    const { sheet } = tableOf(table);
    counts[sheet] = (counts[sheet] ?? 0) + 1;
  }
  return counts;
}

function sentence({ removed, restored, stays, adjustments }: UndoOutput, plan: UndoPlan): Sentence {
  const tell = (counts: Readonly<Record<string, number>>) =>
    Object.entries(counts)
      .map(([tab, n]) => `${n} ${tab}`)
      .join(", ") || "none";
  return linesOf([
    `Rows removed: ${tell(removed)}. Rows put back: ${tell(restored)}. Rows that stay: ${plan.stays.size}.`,
    ...adjustments.map(
      ({ reward, decimal, currency }) => say`${reward}: ${{ decimal, currency }} proposed`,
    ),
    ...stays.map(({ tab, key, why }) => `${tab} ${key}: ${why}`),
  ]);
}
