import { changedRows } from "../../../src/engine/health/changed-rows";
import type { Cell } from "../../../src/engine/kernel/fields";
import type { Program } from "../../../src/engine/program/program";
import { begin } from "../../../src/engine/program/work";
import { isLocked } from "../../../src/engine/rewards/final";
import { type Reward, type TableName, tableNames, tableOf } from "../../../src/engine/tables";
import { type Column, sameCell } from "../../../src/engine/tables/table";
import { envOn, recordsOf } from "../../support/program";
import { runOn } from "../../support/run-on";
import { customer, partner, programWith, retyped, sale, trigger } from "../judging/judge-on";

const begun = runOn(
  programWith({
    partners: [partner({ payoutMethod: "other" }), partner({ key: "bea", payoutMethod: "other" })],
    customers: [customer(), customer({ key: "zoo", partner: "bea", email: "z@zoo.test" })],
    triggers: [
      trigger("rate", { percent: "10" }),
      trigger("plan", { action: "start a drip", percent: "5", cycle: 1, occurrences: 3 }),
    ],
    transactions: [sale("T1", "2026-03-02", 100)],
    actions: [{ key: "A1", kind: "demo", date: "2026-03-02", customer: "acme" }],
  }),
  "2026-03-02",
);
const inReview = runOn(begun, "2026-04-01", "2026-04-02");
const final = runOn(inReview, "2026-04-08");
/** 10.00 was typed to 12.00 after its invoice had become final: a line corrects it. */
const corrected = runOn(retyped(final, "rewards", "T1/rate", { amount: 12 }), "2026-04-09");
const stages = [
  ["begun", begun, "2026-03-03"],
  ["in review", inReview, "2026-04-03"],
  ["final", corrected, "2026-04-10"],
] as const;

/** Another value of the column's kind than its cell holds, as a person would type it. */
function otherValue({ field }: Column, was: Cell, today: string): Cell {
  const { kind, words } = field;
  if (words) return words.find((word) => word !== was && word !== "active") ?? "yes";
  if (kind === "day" || kind === "moment") return today;
  if (kind === "month") return "2026-05";
  if (kind === "currency") return "EUR";
  if (kind === "e-mail") return "q@q.test";
  if (["amount", "percent", "integer", "number"].includes(kind)) return was === 2 ? 3 : 2;
  return "zoo";
}

const rowsOf = (program: Program, table: TableName) => program.tables[table]?.rows ?? [];
const cellAt = (program: Program, table: TableName, key: string, id: string): Cell =>
  rowsOf(program, table).find((row) => row.key === key)?.raw.cells[id] ?? "";

/** Which of a column's two policies holds for a row. */
function isFinal(program: Program, table: TableName, key: string): boolean {
  const work = begin(program);
  if (table === "rewards") return isLocked(work, work.get("rewards", key) as Reward);
  if (table === "invoices") return recordsOf(program, "payouts").length > 0;
  const record = work.get(table, key);
  return record !== undefined && "judged" in record && record.judged !== null;
}

/** What a run makes of something typed over a cell. */
function outcome(
  program: Program,
  [table, key, id]: readonly [TableName, string, string],
  on: string,
) {
  const was = cellAt(program, table, key, id);
  const over = otherValue(tableOf(table).columns[id] as Column, was, on);
  const after = runOn(retyped(program, table, key, { [id]: over }), on);
  const now = cellAt(after, table, key, id);
  const found = changedRows.find(begin(after), envOn(on)).map((each) => each.key);
  const isTold = found.includes(key as never) || cellAt(after, table, key, "problems") !== "";
  return { stays: sameCell(now, over) || String(now) === String(over), isTold };
}

/** What is taken only if it may be, or restored only if it was cleared, has tests of its own. */
const apart = new Set([
  "rewards.amount",
  "rewards.status",
  "rewards.invoice",
  "payouts.status",
  "invoices.finalizedOn",
]);
const columns = tableNames
  .filter((table) => table !== "activity")
  .flatMap((table) =>
    Object.keys(tableOf(table).columns)
      .filter((id) => id !== "key" && !apart.has(`${table}.${id}`))
      .map((id) => [table, id] as const),
  );

describe.each(stages)("typed over in a program that is %s (EDIT-12)", (stage, program, on) => {
  /** Each stage takes a third of the columns, and all of them in the long mode. */
  const isChosen = (at: number) =>
    process.env.LAWS_RUNS !== undefined ||
    at % stages.length === stages.findIndex(([name]) => name === stage);
  const states = new Map<string, boolean>();

  test("each column does what its definition says", () => {
    const wrong = columns
      .filter((_, at) => isChosen(at))
      .flatMap(([table, id]) => {
        const rows = rowsOf(program, table).filter(({ record }) => record !== null);
        const { onEdit } = tableOf(table).columns[id] as Column;
        const byState = rows.map(({ key }) => [key, isFinal(program, table, key)] as const);
        const isAlike = typeof onEdit === "string";
        return [true, false].flatMap((final) => {
          const keys = byState.flatMap(([key, is]) => (isAlike || is === final ? [key] : []));
          if (keys.length === 0 || (isAlike && final)) return [];
          const policy = typeof onEdit === "string" ? onEdit : onEdit[final ? "final" : "open"];
          const what = (key: string) => outcome(program, [table, key, id], on);
          states.set(policy, true);
          const isSo =
            policy === "accept"
              ? what(keys[0] as string).stays
              : policy === "restore"
                ? keys.some((key) => !what(key).stays)
                : keys.some((key) => what(key).isTold);
          return isSo ? [] : [`${table}.${id} ${final ? "final" : "open"}: not ${policy}`];
        });
      });
    expect(wrong).toEqual([]);
    expect([...states.keys()].sort()).toEqual(["accept", "propose", "restore"]);
  });
});
