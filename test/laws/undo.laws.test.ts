import fc from "fast-check";
import { addDays, day } from "../../src/engine/kernel/day";
import { isName, nameColumns } from "../../src/engine/program/names";
import type { Program } from "../../src/engine/program/program";
import type { Work } from "../../src/engine/program/work";
import { tableNames } from "../../src/engine/tables";
import { undoRun } from "../../src/engine/usecases/program/undo-run";
import { changed } from "../engine/invoices/money-run";
import { law } from "../support/laws";
import { carryOut, cellsOf, envOn, programOf, recordsOf } from "../support/program";
import { runOn } from "../support/run-on";
import { given } from "./given-program";

const deed = fc.record({
  kind: fc.constantFrom(
    "type a status",
    "type an amount",
    "archive",
    "give back",
    "give back a part",
    "move",
    "none",
  ),
  which: fc.nat({ max: 30 }),
  after: fc.integer({ min: 1, max: 25 }),
});
const life = fc.record({ given, deeds: fc.array(deed, { minLength: 1, maxLength: 5 }) });
type Life = typeof life extends fc.Arbitrary<infer T> ? T : never;
type Deed = Life["deeds"][number];

const undoOn = (program: Program, on: string): Program => {
  const newId = () => `log_${recordsOf(program, "activity").length}`;
  const asked = { changedToo: null, confirmed: true };
  return carryOut(program, undoRun, asked, { ...envOn(on), newId }).program;
};
const resumed = (program: Program): Program =>
  changed(program, (work) => work.update("settings", "paused", { value: "no" }));

/** All tabs as they are seen, but Activity, the names beside keys (SHEET-40b), the problems, the pause and the last day lived, which each run moves. */
const seen = (program: Program, without: readonly string[] = ["problems"]) =>
  Object.fromEntries(
    tableNames
      .filter((name) => name !== "activity")
      .map((name) => [
        name,
        cellsOf(program, name)
          .filter(({ key }) => key !== "paused" && key !== "lived until")
          .map((cells) =>
            Object.fromEntries(
              Object.entries(cells).filter(([id]) => !without.includes(id) && !isName(name, id)),
            ),
          ),
      ]),
  );

const deeds: Readonly<Record<Deed["kind"], (work: Work, which: number) => void>> = {
  "type a status": (work, which) => {
    const reward = pick(work.all("rewards"), which);
    if (reward) work.update("rewards", reward.key, { status: "approved" });
  },
  "type an amount": (work, which) => {
    const reward = pick(work.all("rewards"), which);
    if (reward) work.update("rewards", reward.key, { amount: reward.amount + 7 });
  },
  archive: (work, which) => {
    const customer = pick(work.all("customers"), which);
    if (customer) work.update("customers", customer.key, { status: "archived" });
  },
  "give back": (work, which) => giveBack(work, which, 1),
  "give back a part": (work, which) => giveBack(work, which, 0.3),
  move: (work, which) => {
    const partner = pick(work.all("partners"), which);
    const group = partner?.group === "gold" ? "base" : "gold";
    if (partner) work.update("partners", partner.key, { group });
  },
  none: () => undefined,
};
function giveBack(work: Work, which: number, share: number): void {
  const sale = pick(work.all("transactions"), which);
  if (!sale) return;
  work.insert("transactions", {
    ...sale,
    key: `B${work.all("transactions").length}`,
    amount: -Math.round(sale.amount * share),
    refundOf: sale.key,
    judged: null,
    outcome: null,
  });
}
const pick = <T>(list: readonly T[], which: number): T | undefined => list[which % list.length];

/** The programs before each of its runs, and the one after the last; the days of the runs. */
function lived({ given: rows, deeds: done }: Life) {
  const steps: { readonly on: string; readonly before: Program; readonly after: Program }[] = [];
  let program = programOf(rows);
  let on = day("2026-06-05");
  for (const { kind, which, after } of done) {
    const before = changed(program, (work) => deeds[kind](work, which));
    program = runOn(before, on);
    steps.push({ on, before, after: program });
    on = addDays(on, after);
  }
  return steps;
}
/** Rows that say whose they are where their key says nobody. */
const nameless = (program: Program) =>
  tableNames.flatMap((table) =>
    cellsOf(program, table).filter((cells) =>
      nameColumns[table].some(({ id, of }) => cells[of] === "" && cells[id] !== ""),
    ),
  );
const hasUndo = (program: Program): boolean =>
  recordsOf(program, "activity").some(({ undo }) => undo?.startsWith("|"));

describe("laws of undoing a run", () => {
  law("a run done and undone leaves all as it was before", life, (case_) => {
    const { on, before, after } = lived(case_).at(-1) as ReturnType<typeof lived>[number];
    if (JSON.stringify(seen(before)) === JSON.stringify(seen(after))) return;
    const undone = undoOn(after, on);
    expect(seen(undone)).toEqual(seen(before));
    expect(nameless(undone)).toEqual([]);
  });

  law("runs undone one after the other lead back to before the first", life, (case_) => {
    const quiet = case_.deeds.map((each) => ({ ...each, kind: "none" as const }));
    const steps = lived({ ...case_, deeds: quiet });
    const { on, after } = steps.at(-1) as (typeof steps)[number];
    let program = after;
    while (hasUndo(program)) program = undoOn(program, on);
    expect(seen(program)).toEqual(seen(steps[0]?.before as Program));
  });

  law("a run undone and done again makes the same", life, (case_) => {
    const { on, before, after } = lived(case_).at(-1) as ReturnType<typeof lived>[number];
    if (JSON.stringify(seen(before)) === JSON.stringify(seen(after))) return;
    const again = runOn(resumed(undoOn(after, on)), on);
    expect(seen(again, ["problems", "run"])).toEqual(seen(after, ["problems", "run"]));
  });
});
