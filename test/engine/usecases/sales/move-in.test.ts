import fc from "fast-check";
import type { LineKind } from "../../../../src/engine/intake/import/move-row";
import { partsOfMoves } from "../../../../src/engine/intake/import/parts-of";
import { readFile } from "../../../../src/engine/intake/import/read-file";
import { moveReaders } from "../../../../src/engine/intake/import/read-moves";
import type { Currency } from "../../../../src/engine/kernel/money";
import { apply } from "../../../../src/engine/program/changeset";
import type { Program } from "../../../../src/engine/program/program";
import { begin } from "../../../../src/engine/program/work";
import { checkHealth } from "../../../../src/engine/usecases/program/check-health";
import { forecast } from "../../../../src/engine/usecases/program/forecast";
import { run } from "../../../../src/engine/usecases/program/run";
import { checkMove, moveIn } from "../../../../src/engine/usecases/sales/move-in";
import { undoImport } from "../../../../src/engine/usecases/sales/undo-import";
import { law, programs } from "../../../support/laws";
import {
  carryOut,
  cellsOf,
  envOn,
  offsetsOf,
  programOf,
  recordsOf,
} from "../../../support/program";

const given = programOf({
  settings: [
    { key: "program start", value: "2026-02-01" },
    { key: "lived until", value: "2026-01-31" },
  ],
  partners: [{ key: "ada", name: "Ada Berg", email: "ada@example.com", joinedOn: "2025-01-01" }],
});
const env = envOn("2026-02-01");
const files = {
  partners: [
    "key,name,email,joined",
    "p1,Sam Reed,sam@example.com,2025-06-01",
    "p2,Ada,ADA@example.com,",
    ",,,2025-06-01",
    "p1,Sam Reed,sam@example.com,2025-06-01",
  ],
  customers: [
    "customer,email,partner,created at",
    "u1,one@example.com,p1,2025-07-01",
    "u2,two@example.com,new@example.com,",
    "u1,other@example.com,ada,2025-07-01",
  ],
  "open rewards": [
    "id,partner,customer,date,amount,currency,status",
    "r1,p1,u1,2026-01-15,24.00,USD,approved",
    "r2,sam@example.com,u2,2026-01-16,-5.00,EUR,hold",
    "r3,p1,u1,2026-01-17,9.00,USD,paid",
    "r4,nobody,u1,2026-01-18,9.00,USD,pending",
    ",p1,,2026-01-19,3.00,USD,pending",
    ",p1,,2026-01-19,3.00,USD,pending",
    "r5,p1,u1,2026-01-20,9.00,USD,strange",
  ],
} as const;
type Kind = keyof typeof files;
const read = (kind: LineKind, lines: readonly string[]) =>
  readFile(
    lines.join("\n"),
    {
      lines: kind,
      ...(kind === "customers" && { targets: ["customer", "email", "partner", "date"] }),
    },
    { programCurrency: "USD" as Currency, decimalMark: ".", zones: offsetsOf("") },
    moveReaders,
  );
const movesOf = (kind: Kind) =>
  read(kind, files[kind]).lines.flatMap((each) => (each.kind === "move" ? [each.row] : []));
const partsOf = (kind: Kind, length = 1_000) => {
  const moves = movesOf(kind);
  return Array.from({ length: Math.ceil(moves.length / length) }, (_, n) =>
    JSON.stringify(partsOfMoves(moves.slice(n * length, (n + 1) * length))[0]),
  );
};
const send = (program: Program, kind: Kind, rows: string, part = 1) =>
  carryOut(program, moveIn, { rows, lines: kind, file: `${kind}.csv`, formId: kind, part }, env);
const all = (length?: number, isTwice = false) =>
  (Object.keys(files) as Kind[]).reduce(
    (program, kind) =>
      partsOf(kind, length).reduce((before, rows, at) => {
        const once = send(before, kind, rows, at + 1).program;
        return isTwice ? send(once, kind, rows, at + 1).program : once;
      }, program),
    given,
  );

test("customers and open rewards of a partner who may be one of several are left out, and say so", () => {
  const two = programOf({
    partners: [
      { key: "ann", name: "Sam Reed" },
      { key: "bob", name: "sam reed" },
    ],
  });
  const send1 = (kind: Kind, line: string) => {
    const moves = read(kind, [files[kind][0], line]).lines.flatMap((each) =>
      each.kind === "move" ? [each.row] : [],
    );
    return send(two, kind, JSON.stringify(partsOfMoves(moves)[0]));
  };
  for (const { program, output } of [
    send1("customers", "u1,one@example.com,Sam Reed,2025-07-01"),
    send1("open rewards", "r1,Sam Reed,,2026-01-15,24.00,USD,approved"),
  ]) {
    expect(JSON.stringify(output)).toContain("several partners are called “Sam Reed” (ann, bob)");
    expect(recordsOf(program, "customers")).toEqual([]);
    expect(recordsOf(program, "rewards")).toEqual([]);
    expect(recordsOf(program, "partners")).toHaveLength(2);
  }
});

test("partners, their customers and the rewards still owed come along; what is here is not doubled", () => {
  const program = all();

  expect(
    recordsOf(program, "partners").map(({ key, name, joinedOn }) => [key, name, joinedOn]),
  ).toEqual([
    ["ada", "Ada Berg", "2025-01-01"],
    ["p1", "Sam Reed", "2025-06-01"],
    ["new@example.com", "new@example.com", "2026-02-01"],
  ]);
  expect(recordsOf(program, "customers").map(({ key, partner }) => [key, partner])).toEqual([
    ["u1", "p1"],
    ["u2", "new@example.com"],
  ]);
  expect(
    recordsOf(program, "rewards").map(
      ({ key, partner, customer, amount, currency, status, earnedOn, source }) =>
        [key.slice(0, 9), partner, customer, amount, currency, status, earnedOn, source].join(" "),
    ),
  ).toEqual([
    "open_r1 p1 u1 2400 USD pending 2026-01-15 manual",
    "open_r2 p1  -500 EUR pending 2026-01-16 manual",
    expect.stringMatching(/^open_line p1 {2}300 USD pending 2026-01-19 manual$/),
    expect.stringMatching(/^open_line p1 {2}300 USD pending 2026-01-19 manual$/),
  ]);
});

test("each line that is not taken says why", () => {
  const told = (kind: Kind) =>
    read(kind, files[kind]).lines.map((each) =>
      each.kind === "bad" ? each.reasons.join() : each.kind === "out" ? each.word : each.kind,
    );
  const bad = (kind: Kind) =>
    carryOut(all(), checkMove, { rows: partsOf(kind)[0], lines: kind }, env).output as {
      bad: readonly { line: number; reasons: readonly string[] }[];
    };

  expect(told("partners")).toEqual([
    "move",
    "move",
    "neither a key, an e-mail nor a name is here",
    "double",
  ]);
  expect(told("customers")).toEqual(["move", "move", "“u1” is also in line 2"]);
  expect(told("open rewards")).toEqual([
    "move",
    "move",
    "paid",
    "move",
    "move",
    "move",
    "“strange” may be taken or not: choose what it is",
  ]);
  expect(bad("open rewards").bad).toEqual([
    { line: 5, reasons: ["there is no partner “nobody”: import the partners first"] },
  ]);
});

test("a run leaves what is owed as it is, and the next invoice takes it; an undone import takes it back", () => {
  const after = carryOut(all(), run, { kind: "daily" }, envOn("2026-03-01")).program;
  const owed = recordsOf(after, "rewards");
  expect(owed.map(({ amount, invoice }) => [amount, invoice])).toEqual([
    [2400, "inv_2026-02_USD"],
    [-500, "inv_2026-02_EUR"],
    [300, "inv_2026-02_USD"],
    [300, "inv_2026-02_USD"],
  ]);

  const own = { ...env, newId: (prefix: string) => `${prefix}_undo` };
  const undone = carryOut(after, undoImport, { formId: "open rewards" }, own).program;
  expect(recordsOf(undone, "rewards")).toEqual([]);
});

test("who is here by an external id is not made twice, and is the customer of what is owed (IMPORT-5)", () => {
  const named = programOf({
    partners: [{ key: "ada", name: "Ada Berg" }],
    customers: [
      { key: "c1", name: "One", externalId: "U1", partner: "ada", createdOn: "2025-01-01" },
    ],
  });
  const sent = (kind: Kind, line: string) => {
    const { lines } = read(kind, [files[kind][0], line]);
    const moves = lines.flatMap((each) => (each.kind === "move" ? [each.row] : []));
    return send(named, kind, JSON.stringify(partsOfMoves(moves)[0]));
  };
  expect(sent("customers", "u1,,ada,2025-07-01").output).toMatchObject({ known: 1, customers: [] });
  expect(
    recordsOf(sent("open rewards", "r1,ada,u1,2026-01-15,24.00,USD,approved").program, "rewards"),
  ).toMatchObject([{ customer: "c1", partner: "ada" }]);
});

describe("what another tool pays on a coming day", () => {
  const lines = [
    files["open rewards"][0],
    "s1,ada,u9,2026-03-05,24.00,USD,scheduled",
    "s2,ada,,2026-02-01,3.00,USD,scheduled",
    "s3,ada,,2026-03-06,-5.00,USD,scheduled",
  ];
  const moves = () => {
    const moved = read("open rewards", lines).lines;
    return moved.flatMap((each) => (each.kind === "move" ? [each.row] : []));
  };
  const rows = () => JSON.stringify(partsOfMoves(moves())[0]);
  const withBuyer = carryOut(
    given,
    moveIn,
    {
      rows: JSON.stringify({ rows: [{ key: "u9", name: "Nine", partner: "ada", line: 2 }] }),
      lines: "customers",
      file: "c.csv",
      formId: "c",
      part: 1,
    },
    env,
  ).program;
  const moved = send(withBuyer, "open rewards", rows());
  const on = (program: Program, date: string) =>
    carryOut(program, run, { kind: "daily" }, envOn(date)).program;
  const rewardsOf = (program: Program) =>
    recordsOf(program, "rewards").map(({ key, amount, earnedOn }) => [key, amount, earnedOn]);

  test("is a drip of one occurrence, which its day makes a reward; what is due by today is a reward", () => {
    expect(moved.output).toMatchObject({
      rewards: ["open_s2", "open_s3"],
      drips: ["drip_open_s1"],
    });
    expect(recordsOf(moved.program, "drips")).toMatchObject([
      {
        key: "drip_open_s1",
        partner: "ada",
        customer: "u9",
        toCome: 2400,
        nextDate: "2026-03-05",
        status: "Created",
      },
    ]);
    expect(rewardsOf(on(moved.program, "2026-03-04"))).toHaveLength(2);
    const after = on(moved.program, "2026-03-05");
    expect(rewardsOf(after)).toContainEqual(["drip_open_s1#1", 2400, "2026-03-05"]);
    expect(recordsOf(after, "drips")).toMatchObject([{ issued: 1, toCome: 0 }]);
    expect(rewardsOf(on(after, "2026-04-05"))).toHaveLength(3);
  });

  test("is known in the next file, whatever its day is by then", () => {
    const late = on(moved.program, "2026-03-20");
    const again = carryOut(
      late,
      moveIn,
      { rows: rows(), lines: "open rewards", file: "again.csv", formId: "again", part: 1 },
      envOn("2026-03-20"),
    );
    expect(again.output).toMatchObject({ known: 3, rewards: [], drips: [] });
  });

  test("ends with its customer, and is taken back with its import", () => {
    const archived = programWith(moved.program, { status: "archived", archivedOn: "2026-03-01" });
    expect(rewardsOf(on(archived, "2026-03-20"))).toHaveLength(2);

    const after = on(moved.program, "2026-03-20");
    const own = { ...env, newId: (prefix: string) => `${prefix}_undo` };
    const undone = carryOut(after, undoImport, { formId: "open rewards" }, own);
    expect(undone.output).toMatchObject({ removed: { rewards: 3, drips: 1 }, stays: [] });
    expect(recordsOf(undone.program, "drips")).toEqual([]);
  });

  test("stays with what is owed by now where the import of its customer is undone (IMPORT-3)", () => {
    const owed = {
      key: "s9",
      partner: "ada",
      customer: "u9",
      amount: 700,
      date: "2026-01-15",
      line: 2,
    };
    const both = send(moved.program, "open rewards", JSON.stringify({ rows: [owed] })).program;
    const undone = carryOut(both, undoImport, { formId: "c" }, env);
    expect(undone.output).toMatchObject({
      removed: { customers: 0, rewards: 0, drips: 0 },
      stays: [{ tab: "Customers", key: "u9", why: "it has other rows" }],
    });
    expect(rewardsOf(undone.program)).toContainEqual(["open_s9", 700, "2026-01-15"]);
  });

  test("is in the forecast, and nothing of it needs a look", () => {
    const health = carryOut(moved.program, checkHealth, {}, env).output;
    expect(JSON.stringify(health)).not.toContain("drip_open_s1");
    const { output } = carryOut(moved.program, forecast, { currency: null }, env);
    expect(output).toMatchObject({ forecasts: [{ currency: "USD", total: "22.00" }] });
  });
  function programWith(program: Program, patch: object): Program {
    const work = begin(program);
    work.update("customers", "u9", patch);
    return apply(program, work.changes());
  }
});

law(
  "a move makes the same rows in any parts, each sent once or twice",
  fc.record({ length: fc.integer({ min: 1, max: 8 }), isTwice: fc.boolean() }),
  ({ length, isTwice }) => {
    const rows = (program: Program) =>
      (["partners", "customers", "rewards"] as const).map((name) => cellsOf(program, name));
    expect(rows(all(length, isTwice))).toEqual(rows(all()));
  },
  programs,
);
