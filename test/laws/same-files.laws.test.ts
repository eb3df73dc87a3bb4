import fc from "fast-check";
import type { Target } from "../../src/engine/intake/import/header-names";
import type { ImportRow } from "../../src/engine/intake/import/import-row";
import type { SimilarAnswer } from "../../src/engine/intake/import/move-row";
import { partsOf } from "../../src/engine/intake/import/parts-of";
import { planImport } from "../../src/engine/intake/import/plan-import";
import { readFile, rowsOfFile } from "../../src/engine/intake/import/read-file";
import { unpackPart } from "../../src/engine/intake/import/wire-row";
import { csvLine } from "../../src/engine/kernel/csv";
import type { Currency } from "../../src/engine/kernel/money";
import { apply } from "../../src/engine/program/changeset";
import type { Program } from "../../src/engine/program/program";
import { begin } from "../../src/engine/program/work";
import { insertPlan } from "../../src/engine/usecases/sales/insert-plan";
import { law } from "../support/laws";
import { offsetsOf, programOf, recordsOf } from "../support/program";

/** What somebody paid, or got back of an order, as it truly was. */
interface Paid {
  readonly who: number;
  readonly at: number;
  readonly amount: number;
  readonly product: string;
  /** Of money given back, the order; of a sale "". */
  readonly of: string;
  /** A sale's order number; "" where it has none. */
  readonly order: string;
}
const people = [
  { id: "c1", email: "ap@harbor.example", name: "Harbor" },
  { id: "n2", email: "new@maple.example", name: "Maple Ltd" },
  { id: "n3", email: "zoe@berg.example", name: "Zoë Berg" },
];
/** Clock times some of which are whole hours apart, as zones are; none is midnight in any of the zones. */
const clocks = ["02:30", "03:30", "07:30", "13:45", "23:30"];
const zones = ["UTC", "Europe/Berlin", "America/New_York", "Asia/Tokyo", "Asia/Kolkata"];

const paid: fc.Arbitrary<Paid> = fc
  .record({
    who: fc.nat(2),
    day: fc.nat(3),
    clock: fc.constantFrom(...clocks),
    amount: fc.constantFrom(500, 500, 1250),
    product: fc.constantFrom("Pro", "Pro", "Basic"),
    isRefund: fc.constantFrom(false, false, false, true),
    order: fc.constantFrom("", "", "o"),
  })
  .map(({ day, clock, isRefund, order, ...rest }) => ({
    ...rest,
    at: Date.parse(`2026-01-${10 + day}T${clock}:00Z`),
    who: isRefund ? 0 : rest.who,
    of: isRefund ? "A" : "",
    order: isRefund ? "" : order,
  }));

/** How a file of it looks, and where it is read. */
const look = fc.record({
  own: fc.constantFrom(...zones),
  zoned: fc.constantFrom("Z", "+01:00", "-0500"),
  /** Headers as the import knows them, or as it does not. */
  product: fc.constantFrom("Product", "Product", "Gizmo", undefined),
  currency: fc.constantFrom("Currency", "Currency", "Money kind", undefined),
  order: fc.constantFrom("Order ID", "Order ID", "Our mark", undefined),
  customer: fc.constantFrom("Customer", "Customer", "Whom we sold to"),
  time: fc.constantFrom("Time", "Time", "Klok"),
  date: fc.constantFrom("Date (UTC)", "Date (UTC)", "Date"),
  more: fc.constantFrom(undefined, undefined, "Category"),
  isTurned: fc.boolean(),
});
const odd = ["Gizmo", "Money kind", "Our mark", "Whom we sold to", "Klok"];
type Look = typeof look extends fc.Arbitrary<infer T> ? T : never;
/** How the file's tool writes dates. */
const styles = ["zoned", "days", "local", "in the header", "in columns"] as const;
type Style = (typeof styles)[number];
const style = fc.constantFrom(...styles);

/** The sale that is there from the first file on, with its own key, and of which money is given back. */
const first: Paid = {
  who: 0,
  at: Date.parse("2026-01-10T02:30:00Z"),
  amount: 99_900,
  product: "Plan",
  of: "",
  order: "A",
};
const iso = (at: number) => new Date(at).toISOString();

function fileOf(lines: readonly Paid[], style: Style, given: Look) {
  const hours = { Z: 0, "+01:00": 1, "-0500": -5 }[given.zoned] ?? 0;
  const dateOf = ({ at }: Paid): string => {
    if (style === "zoned") return `${iso(at + hours * 3_600_000).slice(0, 19)}${given.zoned}`;
    return style === "days" || style === "in columns"
      ? iso(at).slice(0, 10)
      : iso(at).slice(0, 19).replace("T", " ");
  };
  type Column = readonly [Target, string | undefined, (each: Paid, n: number) => string];
  const columns: readonly Column[] = [
    ["key", given.order, ({ order }, n) => (order === "o" ? `o-${n}` : order)],
    ["customer", given.customer, ({ who }) => people[who]?.id ?? ""],
    ["email", "Email", ({ who }) => people[who]?.email ?? ""],
    ["name", "Name", ({ who }) => people[who]?.name ?? ""],
    ["date", style === "in the header" ? given.date : "Date", dateOf],
    ["time", style === "in columns" ? given.time : undefined, ({ at }) => iso(at).slice(11, 19)],
    [
      "zone",
      style === "in columns" && given.time === "Time" ? "Time zone" : undefined,
      () => "UTC",
    ],
    ["amount", "Amount", ({ amount, of }) => `${of && "-"}${(amount / 100).toFixed(2)}`],
    ["currency", given.currency, () => "EUR"],
    ["product", given.product, ({ product }) => product],
    ["refundOf", "Refund of", ({ of }) => of],
    ["category", given.more, () => "a kind"],
  ];
  const there = columns.filter(([, header]) => header !== undefined);
  const numbered = lines.map((each, n) => there.map(([, , cell]) => cell(each, n)));
  const body = given.isTurned ? numbered.reverse() : numbered;
  return {
    text: [there.map(([, header = ""]) => header), ...body].map(csvLine).join(""),
    // Nobody says what a column is whose header says nothing.
    targets: there.map(([target, header = ""]) => (odd.includes(header) ? null : target)),
  };
}
/** The rows as they are sent, read in a spreadsheet of a zone. */
function rowsOf(lines: readonly Paid[], style: Style, given: Look): readonly ImportRow[] {
  const { text, targets } = fileOf(lines, style, given);
  const file = readFile(
    text,
    { mark: ".", isMinor: false, targets },
    { programCurrency: "USD" as Currency, decimalMark: ".", zones: offsetsOf(given.own) },
  );
  expect(file.lines.filter(({ kind }) => kind !== "row")).toEqual([]);
  return partsOf(rowsOfFile(file)).flatMap((part) => unpackPart(JSON.stringify(part)));
}
/** The rows with the keys that earlier releases gave them. */
const asBefore = (rows: readonly ImportRow[]): readonly ImportRow[] =>
  rows.map((row) => (row.former === "" ? row : { ...row, key: row.former, former: "" }));
/** The rows once a person has said what those are that may be here. */
function answered(program: Program, rows: readonly ImportRow[], answer: SimilarAnswer) {
  const { similar } = planImport(begin(program), rows);
  const asked = new Set(similar.map(({ line }) => line));
  return rows.map((row) => (asked.has(row.line) ? { ...row, answer } : row));
}
function take(program: Program, rows: readonly ImportRow[]) {
  const work = begin(program);
  const plan = planImport(work, rows);
  insertPlan(work, plan);
  return { program: apply(program, work.changes()), plan };
}
const given = programOf({
  partners: [{ key: "ada", name: "Ada", joinedOn: "2025-01-01" }],
  customers: [{ key: "c1", name: "Harbor", partner: "ada", createdOn: "2026-01-02" }],
});

const whoIs = (text: string) => {
  const at = people.findIndex(({ id, email, name }) => [id, email, name].includes(text));
  return people[at]?.id ?? text;
};
const groupOf = (who: string, amount: number, isRefund: boolean) =>
  `${whoIs(who)} ${isRefund ? "got back" : "paid"} ${amount}`;
function counted(groups: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const each of groups) counts[each] = (counts[each] ?? 0) + 1;
  return counts;
}
const trulyPaid = (lines: readonly Paid[]) =>
  counted(lines.map(({ who, amount, of }) => groupOf(people[who]?.id ?? "", amount, of !== "")));
const inSheet = (program: Program) =>
  counted(
    recordsOf(program, "transactions").map(({ customer, amount, refundOf }) =>
      groupOf(customer, amount, refundOf !== null),
    ),
  );
const leftOut = (rows: readonly ImportRow[], lines: ReadonlySet<number>) =>
  counted(
    rows
      .filter(({ line }) => lines.has(line))
      .map(({ customer, amount, isRefund }) => groupOf(customer, amount, isRefund)),
  );

const history = fc.record({
  style,
  lines: fc.array(paid, { minLength: 1, maxLength: 8 }).map((all) => [first, ...all]),
  imports: fc.array(fc.record({ look, upTo: fc.nat(8), isEarlier: fc.boolean() }), {
    minLength: 2,
    maxLength: 4,
  }),
  answer: fc.constantFrom("same" as const, undefined),
});

describe("a file that comes again, grown, in another order, with other headers or in another time zone", () => {
  law(
    "has no line's money taken twice without a question, and none is lost without a word (IMPORT-10, IMPORT-10b)",
    history,
    ({ style, lines, imports, answer }) => {
      let program = given;
      let upTo = 0;
      imports.forEach((each, n) => {
        upTo = Math.max(upTo, each.upTo);
        const written = lines.slice(0, upTo + 1);
        const read = rowsOf(written, style, each.look);
        // Only the first file was taken by an earlier release.
        const rows =
          n === 0 && each.isEarlier
            ? asBefore(read)
            : answer
              ? answered(program, read, answer)
              : read;
        const taken = take(program, rows);
        program = taken.program;

        const truth = trulyPaid(written);
        const sheet = inSheet(program);
        for (const [group, count] of Object.entries(sheet))
          expect({ n, group, count }).toEqual({
            n,
            group,
            count: Math.min(count, truth[group] ?? 0),
          });
        const told = new Set(taken.plan.bad.map(({ line }) => line));
        const out = leftOut(rows, told);
        for (const [group, count] of Object.entries(truth)) {
          const found = (sheet[group] ?? 0) + (out[group] ?? 0);
          expect({ n, group, found: Math.min(found, count) }).toEqual({ n, group, found: count });
        }
        if (answer === "same") expect(taken.plan.bad.filter(isAsked)).toEqual([]);
      });
    },
  );

  law(
    "asks nothing while headers stay: what is here is known in every zone and order, and what is more is new",
    fc.record({
      style: fc.constantFrom(...styles),
      lines: fc.array(paid, { minLength: 1, maxLength: 8 }).map((all) => [first, ...all]),
      look,
      isEarlier: fc.boolean(),
      imports: fc.array(
        fc.record({ own: fc.constantFrom(...zones), isTurned: fc.boolean(), upTo: fc.nat(8) }),
        { minLength: 2, maxLength: 4 },
      ),
    }),
    ({ style, lines, look, imports, isEarlier }) => {
      const order = "Order ID";
      let program = given;
      let upTo = 0;
      imports.forEach(({ isTurned, ...each }, n) => {
        // What an earlier release took is known for sure only in the zone in which it was taken.
        const { own } = (isEarlier ? imports[0] : each) ?? each;
        upTo = Math.max(upTo, each.upTo);
        const written = lines.slice(0, upTo + 1);
        const rows = rowsOf(written, style, { ...look, order, own, isTurned });
        const taken = take(program, n === 0 && isEarlier ? asBefore(rows) : rows);
        program = taken.program;
        expect(taken.plan.bad).toEqual([]);
        expect(inSheet(program)).toEqual(trulyPaid(written));
      });
    },
  );
});

const isAsked = ({ reasons }: { readonly reasons: readonly string[] }) => reasons.length > 1;
