import fc from "fast-check";
import { isErrorCell } from "../../../src/engine/kernel/cells";
import type { Cell } from "../../../src/engine/kernel/fields";
import type { Program } from "../../../src/engine/program/program";
import { explainEvent } from "../../../src/engine/usecases/events/explain-event";
import { judgeAgain } from "../../../src/engine/usecases/events/judge-again";
import { judgeAsBlank, run } from "../../../src/engine/usecases/program/run";
import { carryOut, envOn, programOf, recordsOf } from "../../support/program";
import { act, refusal } from "../usecases/act";
import {
  customer,
  outcomeOf,
  paid,
  partner,
  programWith,
  retyped,
  rules,
  sale,
  trigger,
  typed,
} from "./judge-on";

const DAY = "2026-02-03";
const isEu = { fact: "transaction.Region", operator: "equal", value: "EU" } as const;
const set = [
  trigger("eu", { percent: "20", order: 1, set: "rate", rules: rules({ all: [isEu] }) }),
  trigger("else", { percent: "10", order: 2, set: "rate" }),
];
const runOn = (program: Program, day = DAY): Program =>
  carryOut(program, run, { kind: "daily" }, envOn(day)).program;
const withRegion = (region: Cell) =>
  programWith({ triggers: set, transactions: [sale("t", DAY, 100, { Region: region })] });
const problemOf = (program: Program, table: "transactions" | "customers" | "partners") =>
  program.tables[table]?.rows[0]?.raw.cells.problems;

test.each([
  "#N/A",
  "#REF!",
  "#VALUE!",
  "#DIV/0!",
  "#NAME?",
  "#NUM!",
  "#NULL!",
  "#ERROR!",
  "#DATE!",
  "#SPILL!",
  "#BEZUG!",
  "#BLOCKED!",
  "#CONNECT!",
  "#¡REF!",
  "Loading...",
  "Loading…",
  " #N/A ",
])("%j is an error value (CELL-2)", (cell) => {
  expect(isErrorCell(cell)).toBe(true);
});
test.each(["#1", "#VIP", "N/A", "loading bay", "#ref", "#5!", "see #N/A", "", 0, false])(
  "%j is not an error value (CELL-2)",
  (cell) => {
    expect(isErrorCell(cell)).toBe(false);
  },
);

test("a sale whose Region is #N/A waits, is reported at its cell, and gets no marker (CELL-2)", () => {
  const after = runOn(withRegion("#N/A"));

  expect(paid(after)).toEqual([]);
  expect(outcomeOf(after, "t")).toBe("waits: Region of transaction “t” is #N/A");
  expect(problemOf(after, "transactions")).toBe(
    "Region: Region is #N/A, an error and no value, so “Trigger eu” can't be decided and what depends on it waits. Correct the cell, or process the row as if it were blank.",
  );
  expect(recordsOf(after, "transactions").map(({ judged, partner: of }) => [judged, of])).toEqual([
    [null, null],
  ]);
});

test("once fixed, the sale earns by its value, and the problem is removed (CELL-2)", () => {
  const waiting = runOn(withRegion("#N/A"));
  const after = runOn(retyped(waiting, "transactions", "t", { Region: "EU" }), "2026-02-04");

  expect(paid(after)).toEqual(["t: 20.00 pending"]);
  expect(problemOf(after, "transactions")).toBe("");
});

test("judged as blank, it earns as if the cell were blank, and only that sale does (CELL-2a)", () => {
  const two = typed(withRegion("#N/A"), {
    transactions: [sale("u", DAY, 100, { Region: "#N/A" })],
  });
  const waiting = runOn(two);
  expect(act(waiting, explainEvent, { event: "t" }, DAY).output.canJudgeAsBlank).toBe(true);
  const after = act(waiting, judgeAsBlank, { event: "t" }, DAY).program;

  expect(paid(after)).toEqual(["t: 10.00 pending"]);
  expect(outcomeOf(after, "u")).toBe("waits: Region of transaction “u” is #N/A");
  expect(act(after, explainEvent, { event: "t" }, DAY).output.canJudgeAsBlank).toBe(false);
  expect(refusal(() => act(after, judgeAsBlank, { event: "nobody" }, DAY))).toBe(
    "INPUT_INVALID event",
  );
});

test("nothing waits if no trigger that may act uses the cell (CELL-2)", () => {
  const asked = (conditions: Parameters<typeof rules>[0], more = {}) =>
    runOn(
      programWith({
        triggers: [trigger("r", { amount: 5, rules: rules(conditions), ...more })],
        transactions: [sale("t", DAY, 100, { Region: "#N/A" })],
      }),
    );
  const big = { fact: "transaction.Amount", operator: "greaterThan", value: 50 } as const;
  const small = { ...big, operator: "lessThan" } as const;

  expect(paid(asked({ all: [big] }))).toEqual(["t: 5.00 pending"]);
  expect(paid(asked({ any: [isEu, big] }))).toEqual(["t: 5.00 pending"]);
  expect(paid(asked({ not: { all: [isEu, small] } }))).toEqual(["t: 5.00 pending"]);
  expect(outcomeOf(asked({ all: [isEu, small] }), "t")).toBe("no trigger matched");
  expect(outcomeOf(asked({ all: [isEu] }, { until: "2026-01-01" }), "t")).toBe(
    "no trigger matched",
  );
  expect(outcomeOf(asked({ all: [isEu] }, { state: "paused" }), "t")).toBe("no trigger matched");
});

test("in a set nothing waits for a trigger after one that acts for certain (CELL-2)", () => {
  const given = programWith({
    triggers: [trigger("first", { amount: 7, order: 1, set: "rate" }), { ...set[0], order: 2 }],
    transactions: [sale("t", DAY, 100, { Region: "#N/A" })],
  });

  expect(paid(runOn(given))).toEqual(["t: 7.00 pending"]);
});

test("each operator and its not are undecided, isBlank too (CELL-2)", () => {
  const asked = [
    ["equal", "EU"],
    ["notEqual", "EU"],
    ["in", ["EU"]],
    ["notIn", ["EU"]],
    ["contains", "E"],
    ["doesNotContain", "E"],
    ["startsWith", "E"],
    ["lessThan", 5],
    ["greaterThan", 5],
    ["between", [1, 2]],
    ["before", "2026-01-01"],
    ["after", "2026-01-01"],
    ["withinLastDays", 5],
    ["isBlank", true],
    ["isBlank", false],
    ["equal", { fact: "customer.Name" }],
  ] as const;
  for (const [operator, value] of asked) {
    const test = { fact: "transaction.Region", operator, value } as never;
    for (const conditions of [{ all: [test] }, { not: test }, { not: { not: { any: [test] } } }]) {
      const after = runOn(
        programWith({
          triggers: [trigger("r", { amount: 5, rules: rules(conditions as never) })],
          transactions: [sale("t", DAY, 100, { Region: "#REF!" })],
        }),
      );
      expect([operator, outcomeOf(after, "t")]).toEqual([
        operator,
        "waits: Region of transaction “t” is #REF!",
      ]);
    }
  }
});

test("a group that shows an error is not a change of group, and is one reported problem (CELL-2)", () => {
  const moved = trigger("moved", { event: "partner joined or changed group", amount: 9 });
  const before = runOn(programWith({ triggers: [moved], partners: [partner({ group: "Gold" })] }));
  const broken = runOn(retyped(before, "partners", "ann", { group: "#N/A" }), "2026-02-04");
  const mended = runOn(retyped(broken, "partners", "ann", { group: "Gold" }), "2026-02-05");

  expect(paid(broken)).toEqual([]);
  expect(paid(mended)).toEqual([]);
  expect(problemOf(broken, "partners")).toBe(
    "Group: “#N/A” is an error, not a value. Correct the formula, or clear the cell.",
  );
  expect(recordsOf(broken, "partners").map(({ group }) => group)).toEqual(["Gold"]);
});

test("rules that use such a group wait; other rows of the partner are judged (CELL-2)", () => {
  const isGold = rules({ all: [{ fact: "partner.Group", operator: "notEqual", value: "Silver" }] });
  const before = runOn(programWith({ partners: [partner({ group: "Gold" })] }));
  const given = typed(retyped(before, "partners", "ann", { group: "#N/A" }), {
    triggers: [trigger("gold", { amount: 9, rules: isGold })],
    transactions: [sale("t", DAY, 100)],
  });
  const after = runOn(given, "2026-02-04");

  expect(outcomeOf(after, "t")).toBe("waits: Group of partner “ann” is #N/A");
  expect(paid(runOn(retyped(after, "partners", "ann", { group: "Gold" }), "2026-02-05"))).toEqual([
    "t: 9.00 pending",
  ]);
});

test("a key that shows an error names no row, and is not written over (CELL-2)", () => {
  const program = programOf({
    transactions: [sale("#N/A", DAY, 1), sale("#N/A", DAY, 2), sale("Loading...", DAY, 3)],
  });

  expect(
    program.tables.transactions?.rows.map(({ key, keyIsNew, problems }) => [
      key,
      keyIsNew,
      problems.length,
    ]),
  ).toEqual([
    ["", false, 1],
    ["", false, 1],
    ["", false, 1],
  ]);
});

test.each(["amount", "date", "customer", "currency", "status", "refundOf"])(
  "an error in %s keeps the sale out, whatever blank would mean (CELL-2)",
  (column) => {
    const given = programWith({
      triggers: [trigger("r", { amount: 5 })],
      transactions: [sale("t", DAY, 100, { [column]: "#N/A" })],
    });
    const after = runOn(given);

    expect(paid(after)).toEqual([]);
    expect(problemOf(after, "transactions")).toMatch(/“#N\/A” is an error, not a value/);
  },
);

test("judging again a sale whose cell shows an error now is refused, and changes nothing (CELL-2)", () => {
  const judged = runOn(withRegion("EU"));
  const broken = retyped(judged, "transactions", "t", { Region: "#N/A" });

  expect(paid(runOn(broken, "2026-02-04"))).toEqual(["t: 20.00 pending"]);
  expect(refusal(() => act(broken, judgeAgain, { events: ["t"] }, "2026-02-04"))).toBe(
    "INPUT_INVALID events",
  );
});

test("whichever cells show errors, each sale earns what it earns once they are fixed (CELL-2)", () => {
  const cells = fc.record({
    region: fc.constantFrom("EU", "US", "", "#N/A", "Loading..."),
    plan: fc.constantFrom("Pro", "", "#REF!"),
    group: fc.constantFrom("Gold", "", "#VALUE!"),
  });
  const mended = { region: "EU", plan: "Pro", group: "Gold" };
  const plan = { fact: "customer.Plan", operator: "notEqual", value: "Free" } as const;
  const group = { fact: "partner.Group", operator: "isBlank", value: false } as const;
  const programOfCells = ({ region, plan: has, group: of }: typeof mended) =>
    programWith({
      partners: [partner({ group: of, judged: "", groupJudged: "" })],
      customers: [customer({ Plan: has })],
      triggers: [
        ...set,
        trigger("plan", { amount: 1, order: 3, rules: rules({ any: [plan, isEu] }) }),
        trigger("group", { amount: 2, order: 4, rules: rules({ not: { all: [group, isEu] } }) }),
      ],
      transactions: [sale("t", DAY, 100, { Region: region })],
    });
  const isError = (cell: string) => isErrorCell(cell);
  fc.assert(
    fc.property(cells, (given) => {
      const before = runOn(programOfCells(given));
      const right = {
        region: isError(given.region) ? mended.region : given.region,
        plan: isError(given.plan) ? mended.plan : given.plan,
        group: isError(given.group) ? mended.group : given.group,
      };
      const after = runOn(
        retyped(
          retyped(
            retyped(before, "transactions", "t", { Region: right.region }),
            "customers",
            "acme",
            { Plan: right.plan },
          ),
          "partners",
          "ann",
          { group: right.group },
        ),
        "2026-02-03",
      );
      expect(paid(after)).toEqual(paid(runOn(programOfCells(right))));
    }),
    { numRuns: 40 },
  );
});

test.each(["rules", "set", "group", "amount"])(
  "an error in a trigger's %s keeps the trigger out: blank rules would always hold (CELL-2)",
  (column) => {
    const given = programWith({
      triggers: [trigger("r", { amount: 5, [column]: "#N/A" })],
      transactions: [sale("t", DAY, 100)],
    });
    expect(paid(runOn(given))).toEqual([]);
  },
);
