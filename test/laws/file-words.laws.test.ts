import fc from "fast-check";
import { planImport } from "../../src/engine/intake/import/plan-import";
import { type FileRead, readFile, rowsOfFile } from "../../src/engine/intake/import/read-file";
import type { Currency } from "../../src/engine/kernel/money";
import { apply } from "../../src/engine/program/changeset";
import { begin } from "../../src/engine/program/work";
import { insertPlan } from "../../src/engine/usecases/sales/insert-plan";
import { law } from "../support/laws";
import { offsetsOf, programOf, recordsOf } from "../support/program";

const read = (lines: readonly string[], programCurrency = "USD"): FileRead =>
  readFile(
    lines.join("\n"),
    {},
    {
      programCurrency: programCurrency as Currency,
      decimalMark: ".",
      zones: offsetsOf("UTC"),
    },
  );
const head = "id,customer,date,amount,currency";
const line = (key: string, ...more: readonly string[]) =>
  [key, "c1", "2026-01-12", "100.00", "USD", ...more].join(",");
/** Whether the line earns in full: a sale of which nothing was given back. */
const earns = (file: FileRead, at = 0): boolean => {
  const each = file.lines[at];
  return each?.kind === "row" && !each.row.isRefund && each.row.refunded === 0;
};
const oneOf = (list: string) => fc.constantFrom(...list.split("|"));

/** Columns that tools and teams have beside a status, and that say that a sale is none, or no more. */
const takenBack = oneOf(
  "Refund|Refunded|Refunded at|Refund Date|Refund ID|Refund Status|is_refunded|Chargeback|Charged back|Disputed|Disputed at|Dispute Date (UTC)|Dispute Reason|Cancelled at|Canceled|Voided|Void|" +
    "Storniert|Storniert am|Erstattet am|Erstattung|Remboursé|Remboursé le|Annulé|Litige|Reembolso|Anulada|Devuelto|Rimborso|Annullato|Terugbetaald|Geannuleerd|Estornado",
);
const cameIn = oneOf(
  "Paid|is_paid|Captured|Success|Completed|Approved|Bezahlt|Payé|Réglée|Pagado|Pagato|Betaald|Pago|Settled|Confirmed",
);
const yes = oneOf("yes|TRUE|true|x|1|ja|oui|sí|2026-01-14|14.01.2026|re_123|100.00");
const no = oneOf("no|FALSE|0|nein|non||-|0.00|none|n/a");

law(
  "a column that says a sale was taken back is never passed over, and its no and blank say nothing (IMPORT-11)",
  fc.record({ header: takenBack, said: yes, other: no, order: fc.boolean() }),
  ({ header, said, other, order }) => {
    const lines = [line("a", said), line("b", other)];
    const file = read([`${head},${header}`, ...(order ? lines : lines.reverse())]);
    const at = order ? [0, 1] : [1, 0];
    expect(earns(file, at[0])).toBe(false);
    expect(earns(file, at[1])).toBe(true);
  },
);

law(
  "a no in a column that says whether money came in is no sale, and a blank beside a yes is asked (IMPORT-11)",
  fc.record({
    header: cameIn,
    good: oneOf("yes|TRUE|ja|oui|1"),
    bad: oneOf("no|FALSE|0|nein|non"),
  }),
  ({ header, good, bad }) => {
    const file = read([`${head},${header}`, line("a", good), line("b", bad), line("c", "")]);
    expect(file.lines.map(({ kind }) => kind)).toEqual(["row", "out", "bad"]);
    expect(file.questions.some(({ about, isOpen }) => about === "statuses" && isOpen)).toBe(true);
  },
);

law(
  "of several columns of statuses none is passed over",
  fc.record({
    first: oneOf("paid|shipped|delivered|completed"),
    second: oneOf("failed|refunded|disputed|storniert|impayé|pago pendiente"),
    headers: fc.constantFrom(["Status", "Payment Status"], ["Order Status", "Financial Status"]),
    isTurned: fc.boolean(),
  }),
  ({ first, second, headers, isTurned }) => {
    const said = isTurned ? [second, first] : [first, second];
    expect(earns(read([`${head},${headers.join(",")}`, line("a", ...said)]))).toBe(false);
  },
);

law(
  "what was asked back and may not have gone back, and what was given back in part, is asked (IMPORT-11)",
  fc.oneof(
    oneOf(
      "Not refunded|Refund failed|Refund pending|Refund requested|refund_declined|Dispute won|Chargeback reversed|Return requested|Nicht erstattet|Rückerstattung abgelehnt|Remboursement refusé|No reembolsado|Reembolso pendiente|non rimborsato|refundable|No refunds",
    ),
    oneOf(
      "Partial refund|partially_refunded|Refunded partially|Teilweise erstattet|Teilerstattung|Bezahlt (Teilerstattung)|Remboursée partiellement|Reembolso parcial|Parcialmente reembolsado|Partially returned",
    ),
  ),
  (status) => {
    const file = read([`${head},status`, line("a", status)]);
    expect(file.lines[0]).toMatchObject({ kind: "bad", about: ["statuses"] });
  },
);

test("“live” and “test” tell tests under any header; reverse charge and returning customers are sales' own words", () => {
  const tests = read([`${head},Environment`, line("a", "production"), line("b", "sandbox")]);
  expect(rowsOfFile(tests).map(({ isTest }) => isTest)).toEqual([false, true]);
  const kinds = read([`${head},Customer Type`, line("a", "returning"), line("b", "new")]);
  expect(rowsOfFile(kinds)).toHaveLength(2);
  const cards = read([`${head},Card Funding`, line("a", "credit"), line("b", "debit")]);
  expect(rowsOfFile(cards)).toHaveLength(2);
  const fees = read(["id,customer,date,Fee,Order value", "a,c1,2026-01-12,1.00,20.00"]);
  expect(rowsOfFile(fees)).toMatchObject([{ amount: 2000 }]);
});

law(
  "who is not known is nobody: an error or a placeholder makes no customer, partner or key of its own",
  fc.record({
    said: oneOf(
      "#N/A|#REF!|Loading...|N/A|n/a|-|—|null|NULL|undefined|None|(blank)|NaN|Guest|guest checkout",
    ),
    at: fc.constantFrom("key", "customer", "partner"),
  }),
  ({ said, at }) => {
    const cells = { key: "a", customer: "c1", partner: "ada", [at]: said };
    const file = read([
      "id,customer,partner,date,amount",
      `${cells.key},${cells.customer},${cells.partner},2026-01-12,5.00`,
    ]);
    const made = rowsOfFile(file).map(({ key, customer, partner }) => ({ key, customer, partner }));
    expect(JSON.stringify(made)).not.toContain(JSON.stringify(said));
    if (at === "customer") expect(file.lines[0]?.kind).toBe("bad");
  },
);

test("guests are known by their e-mails, and a refunded sale whose refund column says “-” is no refund line", () => {
  const guests = read([
    "id,customer,email,date,amount",
    "a,Guest,ada@example.com,2026-01-12,5.00",
    "b,Guest,bo@example.com,2026-01-12,5.00",
  ]);
  expect(rowsOfFile(guests).map(({ customer }) => customer)).toEqual([
    "ada@example.com",
    "bo@example.com",
  ]);
  const back = read([`${head},status,original id`, line("a", "refunded", "-")]);
  expect(rowsOfFile(back)).toMatchObject([{ isRefund: false, refunded: "all" }]);
});

test("what one piece costs, or what is without tax, is not what was paid where a total stands beside it", () => {
  const lines = (...headers: readonly string[]) =>
    rowsOfFile(read([`id,customer,date,${headers}`, "a,c1,2026-01-12,10.00,20.00"]));
  expect(lines("Unit price", "Line total")).toMatchObject([{ amount: 2000 }]);
  expect(lines("Amount excl. tax", "Amount incl. tax")).toMatchObject([{ amount: 2000 }]);
});

law(
  "the sides of an account are asked, whichever words say them: a debit is no sale by chance",
  fc.record({
    header: oneOf("Dr/Cr|S/H|Type|Soll/Haben|Side|Transaction Type"),
    sides: fc.constantFrom(
      ["CR", "DR"],
      ["C", "D"],
      ["Credit", "Debit"],
      ["Haben", "Soll"],
      ["H", "S"],
    ),
  }),
  ({ header, sides: [credit = "", debit = ""] }) => {
    const { lines } = read([`${head},${header}`, line("a", credit), line("b", debit)]);
    expect(lines.map(({ kind }) => kind)).toEqual(["bad", "bad"]);
  },
);

const amounts = oneOf("Amount|Total|Betrag|Montant|Importe|total_amount|Grand Total|Umsatz");
const codes = oneOf("EUR|GBP|CHF|JPY|CAD");
const named = fc
  .record({
    name: amounts,
    code: codes,
    shape: fc.constantFrom("()", "[]", "in", "after", "before", "snake"),
  })
  .map(({ name, code, shape }) => ({
    code,
    header: {
      "()": `${name} (${code})`,
      "[]": `${name} [in ${code}]`,
      in: `${name} in ${code}`,
      after: `${name} ${code}`,
      before: `${code} ${name}`,
      snake: `${name.replace(/ /g, "_")}_${code}`.toLowerCase(),
    }[shape],
  }));
law(
  "a currency in the header of the amounts is that of lines without one of their own, however it stands there (IMPORT-8)",
  named,
  ({ header, code }) => {
    const file = read([`id,customer,date,${header}`, "a,c1,2026-01-12,5"]);
    expect(file.columns[3]).toMatchObject({ target: "amount", sure: "sure" });
    expect(rowsOfFile(file)).toMatchObject([{ currency: code }]);
  },
);

law(
  "a zone in the header of the dates is that of their clocks, however it is written (IMPORT-9)",
  fc.record({
    name: oneOf("Date|Created|Order date|Datum|Fecha"),
    zone: fc.constantFrom(
      ["(UTC)", 0],
      ["[GMT]", 0],
      ["(UTC+2)", 120],
      ["(GMT-05:00)", -300],
      ["(PST)", -480],
      ["(CET)", 60],
      ["UTC", 0],
      ["utc", 0],
    ),
    hour: fc.integer({ min: 0, max: 23 }),
  }),
  ({ name, zone: [zone, minutes], hour }) => {
    const clock = `${`${hour}`.padStart(2, "0")}:30`;
    const file = read([`id,customer,${name} ${zone},amount`, `a,c1,2026-01-12 ${clock},5`]);
    const wanted = new Date(Date.parse(`2026-01-12T${clock}Z`) - Number(minutes) * 60_000);
    const [day, time] = wanted.toISOString().slice(0, 19).split("T");
    expect(rowsOfFile(file)).toMatchObject([{ date: { day, time } }]);
  },
);

law(
  "a line that is called a total is never a sale, dated or not, wherever it stands",
  fc.record({
    word: oneOf("Total|TOTAL|Grand total|Subtotal|Summe|Gesamtsumme|Zwischensumme|Somme|Totale"),
    at: fc.nat(2),
    isDated: fc.boolean(),
  }),
  ({ word, at, isDated }) => {
    const lines = ["c1,2026-01-12,5.00", "c2,2026-01-13,6.00"];
    lines.splice(at, 0, `${word},${isDated ? "2026-01-31" : ""},11.00`);
    const file = read(["customer,date,amount", ...lines, "customer,date,amount"]);
    expect(rowsOfFile(file).map(({ amount }) => amount)).toEqual([500, 600]);
    expect(file.lines.length + file.aside.length).toBe(4);
  },
);

const refund = fc.record({
  sale: codes,
  refund: fc.constantFrom("EUR", "GBP", "CHF", "JPY", "CAD", ""),
  isHere: fc.boolean(),
});
law(
  "a refund in another currency than its sale's is told, never taken for the sale's (REFUND-2)",
  refund,
  ({ sale, refund: said, isHere }) => {
    const columns = "id,customer,date,amount,currency,refund of";
    const sales = rowsOfFile(read([columns, `a,c1,2026-01-12,500,${sale},`], "GBP"));
    const back = rowsOfFile(read([columns, `r,c1,2026-01-13,-200,${said},a`], "GBP"));
    const empty = begin(programOf({ settings: [{ key: "program currency", value: "GBP" }] }));
    if (isHere) insertPlan(empty, planImport(empty, sales));
    const work = begin(apply(empty.program, empty.changes()));
    const plan = planImport(work, isHere ? back : [...sales, ...back]);
    const isTaken = said === sale || (said === "" && sale !== "JPY");
    expect([plan.refunds.length, plan.bad.length]).toEqual(isTaken ? [1, 0] : [0, 1]);
    if (isTaken) expect(plan.refunds[0]).toMatchObject({ amount: sale === "JPY" ? 200 : 20_000 });
  },
);

law(
  "refunds that are lines with their order's own key go back from that order, once each, in this file and the next",
  fc.record({
    backs: fc.array(
      fc.record({ of: fc.constantFrom("a", "b"), cents: fc.constantFrom(500, 700) }),
      {
        maxLength: 4,
      },
    ),
    isNewestFirst: fc.boolean(),
  }),
  ({ backs, isNewestFirst }) => {
    const lines = [
      ...["a", "b"].map((key) => `${key},c1,2026-01-12,100.00`),
      ...backs.map(({ of, cents }) => `${of},c1,2026-01-13,-${cents / 100}.00`),
    ];
    if (isNewestFirst) lines.reverse();
    const rows = rowsOfFile(read(["Order ID,customer,date,amount", ...lines]));
    const work = begin(programOf({}));
    insertPlan(work, planImport(work, rows));
    const after = apply(work.program, work.changes());
    for (const sale of ["a", "b"]) {
      const meant = backs.filter(({ of }) => of === sale).map(({ cents }) => cents);
      const made = recordsOf(after, "transactions").filter(({ refundOf }) => refundOf === sale);
      expect(made.map(({ amount }) => amount).sort()).toEqual(meant.sort());
    }
    const again = planImport(begin(after), rows);
    expect([again.sales, again.refunds, again.bad]).toEqual([[], [], []]);
  },
);
