import fc from "fast-check";
import { type Cell, cellText } from "../../src/engine/kernel/cells";
import { day } from "../../src/engine/kernel/day";
import type { Program } from "../../src/engine/program/program";
import { type TableName, tableNames } from "../../src/engine/tables";
import { repair } from "../../src/engine/usecases/program/repair";
import { run } from "../../src/engine/usecases/program/run";
import { law, programs } from "../support/laws";
import { carryOut, envOn, type Given, programOf, recordsOf } from "../support/program";

type Rows = readonly Readonly<Record<string, Cell>>[];
type Tables = { readonly [N in TableName]?: Rows };
const on = (text: string) => ({ day: day(text), time: "" });

/** Two partners, four customers, six sales of different amounts, a refund; flat, percent, drip. */
const given: Given = {
  settings: [
    { key: "program start", value: "2026-01-01" },
    { key: "review window", value: "5" },
  ],
  partners: [
    { key: "P1", name: "Ada" },
    { key: "P2", name: "Bela" },
  ],
  customers: [1, 2, 3, 4].map((n) => ({
    key: `C${n}`,
    name: `Customer ${n}`,
    partner: n % 2 === 0 ? "P2" : "P1",
    createdOn: on("2026-01-02"),
  })),
  triggers: [
    trigger("first", {
      amount: 50,
      rules: JSON.stringify({
        all: [{ fact: "transaction.number", operator: "equal", value: 1 }],
      }),
    }),
    trigger("rate", { percent: "20" }),
    trigger("plan", {
      action: "start a drip",
      amount: 7,
      cycle: 1,
      cycleUnit: "weeks",
      occurrences: 4,
      rules: JSON.stringify({
        all: [{ fact: "transaction.amount", operator: "greaterThan", value: 350 }],
      }),
    }),
  ],
  transactions: [
    ...[1, 2, 3, 4, 5, 6].map((n) => sale(`T${n}`, `C${(n % 4) + 1}`, 100 * n, "2026-01-10")),
    { key: "T7", refundOf: "T2", customer: "C3", date: on("2026-01-11"), amount: 50 },
  ],
};

function trigger(key: string, more: Readonly<Record<string, Cell>>) {
  return {
    key,
    name: key,
    state: "active",
    event: "transaction created",
    action: "grant a reward",
    ...more,
  };
}
function sale(key: string, customer: string, amount: number, date: string) {
  return { key, customer, date: on(date), amount };
}

const ranOn = (program: Program, date: string): Program =>
  carryOut(program, run, { kind: "daily" }, envOn(date)).program;
const tablesOf = (program: Program): Tables =>
  Object.fromEntries(
    tableNames.map((name) => [
      name,
      (program.tables[name]?.rows ?? []).map(({ raw }) => raw.cells),
    ]),
  );

/** After January's rewards were finalized, and one payout was made ready. */
const before = tablesOf(ranOn(ranOn(programOf(given), "2026-01-20"), "2026-02-10"));

/** What a person or a formula does to the Key column of a tab; the places are drawn. */
const ways = {
  "keys exchanged": (rows: Rows, order: readonly number[]) =>
    rows.map((row, i) => ({ ...row, key: rows[order[i] as number]?.key ?? "" })),
  "keys numbered by row": (rows: Rows) => rows.map((row, i) => ({ ...row, key: String(i + 2) })),
  "a row deleted, keys moved up": (rows: Rows, [at = 0]: readonly number[]) =>
    rows
      .filter((_, i) => i !== at % (rows.length - 1))
      .map((row, i) => ({ ...row, key: rows[i]?.key ?? "" })),
  "a key cleared": (rows: Rows, [at = 0]: readonly number[]) =>
    rows.map((row, i) => (i === at ? { ...row, key: "" } : row)),
  "a key typed over": (rows: Rows, [at = 0]: readonly number[]) =>
    rows.map((row, i) => (i === at ? { ...row, key: "other" } : row)),
} as const;

const tables = [
  "partners",
  "customers",
  "transactions",
  "triggers",
  "rewards",
  "drips",
  "invoices",
  "payouts",
] as const;
const cases = fc.constantFrom(...tables).chain((table) => {
  const rows = before[table] ?? [];
  return fc.record({
    table: fc.constant(table),
    way: fc.constantFrom(...(Object.keys(ways) as (keyof typeof ways)[])),
    order: fc.shuffledSubarray(
      rows.map((_, i) => i),
      { minLength: rows.length, maxLength: rows.length },
    ),
  });
});

const NEW = { customer: "C4", amount: 1000, date: on("2026-02-11") };
/** A new sale of a customer who has some already: on top of the tab or below. */
const withNew = (given: Tables): Tables => ({
  ...given,
  transactions: [...(given.transactions ?? []), { ...NEW, key: "N1" }],
});

/** Each reward that counts: what it was made for, whom it is for, how much. */
const rewardsOf = (program: Program) =>
  new Map(
    recordsOf(program, "rewards").map(({ key, partner, amount, status }) => [
      key,
      `${partner} ${amount} ${status}`,
    ]),
  );
const payoutsOf = (program: Program) =>
  recordsOf(program, "payouts")
    .map(({ partner, amount, status }) => `${partner} ${amount} ${status}`)
    .sort();

const expected = ranOn(programOf(withNew(before)), "2026-02-12");
const reference = rewardsOf(expected);
/** The same without a row that was deleted, where no key moved. */
const without = (table: TableName, at: number) =>
  rewardsOf(
    ranOn(
      programOf(withNew({ ...before, [table]: (before[table] ?? []).filter((_, i) => i !== at) })),
      "2026-02-12",
    ),
  );

const isDeleting = (way: keyof typeof ways) => way === "a row deleted, keys moved up";
function disturbed({
  table,
  way,
  order,
}: {
  table: TableName;
  way: keyof typeof ways;
  order: readonly number[];
}) {
  const rows = ways[way](before[table] ?? [], order);
  const isChanged = JSON.stringify(rows) !== JSON.stringify(before[table]);
  return { given: withNew({ ...before, [table]: rows }), isChanged };
}

law(
  "whatever becomes of the keys of a tab, no reward is doubled or moved, and it is said",
  cases,
  (drawn) => {
    const { given, isChanged } = disturbed(drawn);
    const program = programOf(given);
    const after = ranOn(program, "2026-02-12");
    const right = isDeleting(drawn.way)
      ? without(drawn.table, (drawn.order[0] ?? 0) % (drawn.order.length - 1))
      : reference;
    for (const [key, said] of rewardsOf(after)) expect([key, said]).toEqual([key, right.get(key)]);
    if (!isDeleting(drawn.way)) expect(payoutsOf(after)).toEqual(payoutsOf(expected));
    const told = (after.tables[drawn.table]?.rows ?? []).some(({ problems }) =>
      problems.some(({ code }) => /^KEY_|^RECORD/.test(code)),
    );
    if (isChanged && drawn.way !== "a key cleared") expect(told).toBe(true);
  },
  programs,
);

law(
  "keys that were put back are as if they had never changed",
  cases,
  (drawn) => {
    if (isDeleting(drawn.way)) return;
    const { given, isChanged } = disturbed(drawn);
    if (!isChanged || drawn.way === "a key cleared") return;
    const waiting = ranOn(programOf(given), "2026-02-12");
    const mended = carryOut(
      waiting,
      repair,
      { check: "changed-keys", id: drawn.table, how: "put back" },
      envOn("2026-02-12"),
    ).program;
    const after = ranOn(programOf(tablesOf(mended)), "2026-02-12");
    expect([...rewardsOf(after)].sort()).toEqual([...reference].sort());
    const keys = (tables: Tables) =>
      (tables[drawn.table] ?? []).map(({ key }) => cellText(key ?? ""));
    expect(keys(tablesOf(after)).sort()).toEqual(keys(tablesOf(expected)).sort());
  },
  programs,
);

const inserted = fc.array(fc.record({ at: fc.nat(7), amount: fc.integer({ min: 1, max: 300 }) }), {
  minLength: 1,
  maxLength: 3,
});

law(
  "rows put between others whose keys are numbered by place wait, until the keys are put back",
  inserted,
  (news) => {
    const rows = [...(before.transactions ?? [])];
    for (const { at, amount } of news) rows.splice(at, 0, { ...NEW, amount });
    const numbered = {
      ...before,
      transactions: rows.map((row, i) => ({ ...row, key: `T${i + 1}` })),
    };
    const kept = rows.map((row, i) => ({ ...row, key: row.key ?? `N${i}` }));
    const right = ranOn(programOf({ ...before, transactions: kept }), "2026-02-12");
    const values = (program: Program) => [...rewardsOf(program).values()].sort();

    const waiting = ranOn(programOf(numbered), "2026-02-12");
    const left = values(right);
    for (const [key, said] of rewardsOf(waiting)) {
      const at = left.indexOf(said);
      expect([key, said, at >= 0]).toEqual([key, said, true]);
      left.splice(at, 1);
      expect(rewardsOf(programOf(before)).get(key) ?? said).toBe(said);
    }
    const how = { check: "changed-keys", id: "transactions", how: "put back" };
    const isMoved = rows.slice(0, -news.length).some((row) => row.key === undefined);
    if (!isMoved) return;
    const mended = carryOut(waiting, repair, how, envOn("2026-02-12")).program;
    const after = ranOn(programOf(tablesOf(mended)), "2026-02-12");
    expect(values(after)).toEqual(values(right));
  },
  programs,
);

/** A new row under the key of a judged one that was deleted, which says something else. */
const others: { readonly [N in TableName]?: Readonly<Record<string, Cell>> } = {
  transactions: { customer: "C2", amount: 940, date: on("2026-02-11") },
  customers: { name: "Someone else", partner: "P2", createdOn: on("2026-02-11") },
  partners: { name: "Someone else" },
};
const replaced = fc.constantFrom("transactions", "customers", "partners").chain((table) =>
  fc.record({
    table: fc.constant(table as "transactions" | "customers" | "partners"),
    at: fc.nat((before[table as TableName] ?? []).length - 1),
    isLast: fc.boolean(),
  }),
);

law(
  "a new row under the key of a judged one that was deleted inherits nothing and pays nothing, until a person says what it is (CELL-7e)",
  replaced,
  ({ table, at, isLast }) => {
    const rows = before[table] ?? [];
    const key = rows[at]?.key ?? "";
    const fresh = { ...others[table], key };
    const rest = rows.filter((_, i) => i !== at);
    const inPlace = rows.map((row, i) => (i === at ? fresh : row));
    const changed = { ...before, [table]: isLast ? [...rest, fresh] : inPlace };
    const after = ranOn(programOf(changed), "2026-02-12");
    const was = rewardsOf(programOf(before));
    const row = after.tables[table]?.rows.find((each) => each.key === key);
    const isAsked = cellText(row?.raw.cells.problems ?? "").includes("that was processed as");
    if (!isAsked) {
      // Nothing was made for it, and nothing rests on it: there is nothing to inherit.
      expect([...was.keys()].filter((each) => each.startsWith(`${key}/`))).toEqual([]);
      expect(rows[at]?.refundOf ?? "").not.toBe("");
      return;
    }
    expect(cellText(row?.raw.cells.judged ?? "")).toBe("");
    const parts = ([each]: readonly [string, string]) => !each.includes("#");
    expect([...rewardsOf(after)].filter(parts)).toEqual([...was].filter(parts));

    const how = (repair: string) => ({
      check: "changed-keys",
      id: `${table} ${key} taken`,
      how: repair,
    });
    const told = carryOut(after, repair, how("is new"), envOn("2026-02-12")).program;
    const told2 = ranOn(programOf(tablesOf(told)), "2026-02-13");
    const right = ranOn(
      programOf({ ...before, [table]: [...rest, { ...fresh, key: "new" }] }),
      "2026-02-13",
    );
    const values = (program: Program) => [...rewardsOf(program).values()].sort();
    expect(values(told2)).toEqual(values(right));

    const same = carryOut(after, repair, how("is same"), envOn("2026-02-12")).program;
    const later = ranOn(programOf(tablesOf(same)), "2026-02-13");
    expect([...rewardsOf(later)].filter(parts)).toEqual([...was].filter(parts));
  },
  programs,
);

/** What may be emptied of what says that a row was processed, by tab. */
const marks = {
  transactions: ["judged", "judgedAs", "outcome"],
  customers: ["judged", "judgedAs", "outcome"],
  partners: ["judged", "groupJudged"],
} as const;
const emptied = fc.constantFrom(...(Object.keys(marks) as (keyof typeof marks)[])).chain((table) =>
  fc.record({
    table: fc.constant(table),
    rows: fc.subarray(
      (before[table] ?? []).map(({ key }) => cellText(key ?? "")),
      { minLength: 1 },
    ),
    more: fc.subarray([...marks[table].slice(1)]),
  }),
);
const added: Tables = withNew({
  ...before,
  triggers: [...(before.triggers ?? []), trigger("extra", { percent: "5" })],
});
const control = ranOn(programOf(added), "2026-02-12");

law(
  "rows whose marks were emptied earn by no trigger that came later, and go on once they are marked again (CELL-7e)",
  emptied,
  ({ table, rows, more }) => {
    const none = Object.fromEntries(["judged", ...more].map((id) => [id, ""]));
    const isEmptied = ({ key = "" }: Rows[number]) => rows.includes(cellText(key));
    const given = {
      ...added,
      [table]: (added[table] ?? []).map((row) => (isEmptied(row) ? { ...row, ...none } : row)),
    };
    const waiting = ranOn(programOf(given), "2026-02-12");
    // A sale of which nothing is kept is none of its customer's sales until it is marked again.
    const isCounted = !(more as readonly string[]).includes("judgedAs");
    for (const [key, said] of rewardsOf(waiting)) {
      // A refund of a sale that waits, waits with it.
      if (key.startsWith("T2/") && rows.includes("T2") && rows.includes("T7")) continue;
      if (isCounted || !key.startsWith("N1/"))
        expect([key, said]).toEqual([key, rewardsOf(control).get(key)]);
    }
    if (!isCounted) return;

    let mended = waiting;
    // A refund is counted anew at once, and need not be marked again.
    for (const [n, key] of rows.filter((each) => each !== "T7").entries()) {
      const { program } = carryOut(
        mended,
        repair,
        { check: "changed-keys", id: `${table} ${key} taken`, how: "is same" },
        { ...envOn("2026-02-12"), newId: (prefix: string) => `${prefix}mend${n}` },
      );
      mended = programOf(tablesOf(program));
    }
    expect(rewardsOf(ranOn(mended, "2026-02-12"))).toEqual(rewardsOf(control));
  },
  programs,
);
