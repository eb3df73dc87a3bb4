import fc from "fast-check";
import type { Target } from "../../src/engine/intake/import/header-names";
import type { MoveRow, SimilarAnswer } from "../../src/engine/intake/import/move-row";
import { partsOfMoves } from "../../src/engine/intake/import/parts-of";
import { planMoves } from "../../src/engine/intake/import/plan-moves";
import { readFile } from "../../src/engine/intake/import/read-file";
import { moveReaders } from "../../src/engine/intake/import/read-moves";
import { openPart, unpackMoves } from "../../src/engine/intake/import/wire-row";
import { csvLine } from "../../src/engine/kernel/csv";
import type { Currency } from "../../src/engine/kernel/money";
import type { Program } from "../../src/engine/program/program";
import { begin } from "../../src/engine/program/work";
import { moveIn } from "../../src/engine/usecases/sales/move-in";
import { law } from "../support/laws";
import { carryOut, envOn, offsetsOf, programOf, recordsOf } from "../support/program";

/** What another tool owes, as it truly was. */
interface Owed {
  readonly partner: number;
  readonly at: number;
  readonly amount: number;
  readonly what: string;
  readonly id: boolean;
  readonly customer: number;
}
const partners = [
  { key: "ada", name: "Ada Berg", email: "ada@example.com" },
  { key: "sam", name: "Sam Reed", email: "sam@example.com" },
];
const zones = ["UTC", "Europe/Berlin", "America/New_York", "Asia/Tokyo"];
const owed: fc.Arbitrary<Owed> = fc
  .record({
    partner: fc.nat(1),
    day: fc.nat(12),
    clock: fc.constantFrom("02:30", "07:30", "23:30"),
    amount: fc.constantFrom(500, 500, 1250, -500),
    what: fc.constantFrom("Pro", "Basic"),
    id: fc.constantFrom(false, false, true),
    customer: fc.nat(1),
  })
  .map(({ day, clock, ...rest }) => ({
    ...rest,
    // Some of it is owed on a coming day, and becomes a drip.
    at: Date.parse(`2026-01-${15 + day}T${clock}:00Z`),
  }));
const look = fc.record({
  own: fc.constantFrom(...zones),
  what: fc.constantFrom("Description", "Description", "Gizmo", undefined),
  id: fc.constantFrom("ID", "ID", "Our mark", undefined),
  currency: fc.constantFrom("Currency", "Currency", undefined),
  customer: fc.constantFrom("Customer", "Customer", "Whom", undefined),
  called: fc.constantFrom("key" as const, "name" as const, "email" as const),
  isTurned: fc.boolean(),
});
type Look = typeof look extends fc.Arbitrary<infer T> ? T : never;

function rowsOf(lines: readonly Owed[], isDay: boolean, given: Look): readonly MoveRow[] {
  type Column = readonly [Target | null, string | undefined, (each: Owed, n: number) => string];
  const columns: readonly Column[] = [
    [given.id === "ID" ? "key" : null, given.id, ({ id }, n) => (id ? `r${n}` : "")],
    ["partner", "Partner", ({ partner }) => partners[partner]?.[given.called] ?? ""],
    ["date", "Date", ({ at }) => new Date(at).toISOString().slice(0, isDay ? 10 : 24)],
    ["amount", "Amount", ({ amount }) => (amount / 100).toFixed(2)],
    ["currency", given.currency, () => "USD"],
    [
      given.customer === "Customer" ? "customer" : null,
      given.customer,
      ({ customer, partner }) => `c${partner}${customer}`,
    ],
    [given.what === "Description" ? "product" : null, given.what, ({ what }) => what],
  ];
  const there = columns.filter(([, header]) => header !== undefined);
  const body = lines.map((each, n) => there.map(([, , cell]) => cell(each, n)));
  if (given.isTurned) body.reverse();
  const file = readFile(
    [there.map(([, header = ""]) => header), ...body].map(csvLine).join(""),
    { lines: "open rewards", mark: ".", isMinor: false, targets: there.map(([each]) => each) },
    {
      programCurrency: "USD" as Currency,
      decimalMark: ".",
      zones: offsetsOf(given.own),
    },
    moveReaders,
  );
  return file.lines.map((each) => {
    if (each.kind !== "move") throw new Error(JSON.stringify(each));
    return each.row;
  });
}
const env = envOn("2026-01-22");
const given = programOf({
  partners: partners.map((each) => ({ ...each, joinedOn: "2025-01-01" })),
  customers: ["c00", "c01", "c10", "c11"].map((key) => ({
    key,
    name: key,
    partner: partners[Number(key[1])]?.key ?? "",
    createdOn: "2026-01-02",
  })),
});
function answered(program: Program, rows: readonly MoveRow[], answer: SimilarAnswer) {
  const { similar } = planMoves(begin(program), "open rewards", rows, env);
  const asked = new Set(similar.map(({ line }) => line));
  return rows.map((row) => (asked.has(row.line) ? { ...row, answer } : row));
}
function take(program: Program, rows: readonly MoveRow[], formId: string) {
  const sent = JSON.stringify(partsOfMoves(rows)[0]);
  const { bad } = planMoves(begin(program), "open rewards", unpackMoves(openPart(sent).rows), env);
  const input = { rows: sent, lines: "open rewards", file: "r.csv", formId, part: 1 };
  return { bad, program: carryOut(program, moveIn, input, env).program };
}
const counted = (groups: readonly string[]): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const each of groups) counts[each] = (counts[each] ?? 0) + 1;
  return counts;
};
const trulyOwed = (lines: readonly Owed[]) =>
  counted(lines.map(({ partner, amount }) => `${partners[partner]?.key} ${amount}`));
const inSheet = (program: Program) =>
  counted(
    [...recordsOf(program, "rewards"), ...recordsOf(program, "drips")].map(
      ({ partner, amount }) => `${partner} ${amount}`,
    ),
  );

const history = {
  isDay: fc.boolean(),
  lines: fc.array(owed, { minLength: 1, maxLength: 7 }),
  isEarlier: fc.boolean(),
};
/** The rows with the keys that earlier releases gave them. */
const asBefore = (rows: readonly MoveRow[]): readonly MoveRow[] =>
  rows.map((row) => (row.former === "" ? row : { ...row, key: row.former, former: "" }));

describe("rewards that another tool still owes, in a file that comes again", () => {
  law(
    "are taken once: none twice without a question, and none is lost without a word (IMPORT-10b, IMPORT-16)",
    fc.record({
      ...history,
      imports: fc.array(fc.record({ look, upTo: fc.nat(7) }), { minLength: 2, maxLength: 4 }),
      answer: fc.constantFrom("same" as const, undefined),
    }),
    ({ isDay, lines, isEarlier, imports, answer }) => {
      let program = given;
      let upTo = 1;
      imports.forEach(({ look, ...each }, n) => {
        upTo = Math.max(upTo, each.upTo);
        const written = lines.slice(0, upTo);
        const read = rowsOf(written, isDay, look);
        const before = n === 0 && isEarlier ? asBefore(read) : read;
        const rows = answer ? answered(program, before, answer) : before;
        const taken = take(program, rows, `f${n}`);
        program = taken.program;

        const sheet = inSheet(program);
        const truth = trulyOwed(written);
        for (const [group, count] of Object.entries(sheet))
          expect({ n, group, isMore: count > (truth[group] ?? 0) }).toMatchObject({
            isMore: false,
          });
        const total = (counts: Readonly<Record<string, number>>) =>
          Object.values(counts).reduce((sum, count) => sum + count, 0);
        expect(total(sheet) + taken.bad.length).toBeGreaterThanOrEqual(written.length);
        if (answer) expect([taken.bad, sheet]).toEqual([[], truth]);
      });
    },
  );

  law(
    "are known again without a question while headers stay, in every time zone that times name",
    fc.record({
      ...history,
      look,
      imports: fc.array(
        fc.record({ own: fc.constantFrom(...zones), isTurned: fc.boolean(), upTo: fc.nat(7) }),
        { minLength: 2, maxLength: 4 },
      ),
    }),
    ({ isDay, lines, isEarlier, look, imports }) => {
      let program = given;
      let upTo = 1;
      imports.forEach(({ isTurned, ...each }, n) => {
        const { own } = (isEarlier ? imports[0] : each) ?? each;
        upTo = Math.max(upTo, each.upTo);
        const written = lines.slice(0, upTo);
        const rows = rowsOf(written, isDay, { ...look, id: "ID", own, isTurned });
        const taken = take(program, n === 0 && isEarlier ? asBefore(rows) : rows, `f${n}`);
        program = taken.program;
        expect([taken.bad, inSheet(program)]).toEqual([[], trulyOwed(written)]);
      });
    },
  );
});
