import {
  addOwnColumn,
  cellNotes,
  lastRun,
  lines,
  openLife,
  outcomeOf,
  rule,
  run,
  sale,
  type Tabs,
  tell,
  triggers,
} from "../e2e/main-job/open-life";

const LONG = "x".repeat(49_990);

/** Cells as long as a cell may be, in every place from which texts are quoted, copied or put together. */
const longCells: Readonly<Record<string, Tabs>> = {
  amount: { Transactions: [sale("t", { Amount: `n${LONG}` })] },
  key: { Transactions: [sale(LONG), sale(LONG)] },
  "reference to a customer": { Transactions: [sale("t", { Customer: LONG })] },
  "every cell of a sale": {
    Transactions: [
      sale("t", { Date: LONG, Currency: LONG, "Refund of": LONG, Status: LONG, Product: LONG }),
    ],
  },
  "a customer's name": {
    Customers: [{ Key: "cus_1", Name: LONG, Partner: "ada", "Created on": "2026-01-10" }],
    Transactions: [sale("t", { Product: "Yearly plan" })],
  },
  "a partner's key": {
    Partners: [{ Key: LONG, Name: "Ada" }],
    Customers: [{ Key: "cus_1", Name: "Harbor", Partner: LONG, "Created on": "2026-01-10" }],
    Transactions: [sale("t")],
  },
  "a trigger's rules, name and offer": {
    Triggers: [
      { ...triggers.rate, Rules: LONG },
      { ...triggers.rate, Key: "r2", Rules: rule(LONG.slice(0, 49_000), "equal", 1) },
      { ...triggers.rate, Key: "r3", Name: LONG, "Offer description": LONG },
      { ...triggers.drip, Key: "r4", "Offer description": LONG, Rules: "" },
    ],
    Transactions: [sale("t")],
  },
};

async function withLongCells() {
  const found: Record<string, unknown> = {};
  for (const [name, tabs] of Object.entries(longCells)) {
    const good = sale("good", { Customer: "cus_good" });
    const host = await openLife(tabs);
    host.append("Partners", [{ Key: "good", Name: "Good" }]);
    host.append("Customers", [{ Key: "cus_good", Partner: "good", "Created on": "2026-01-10" }]);
    host.append("Triggers", [{ ...triggers.rate, Key: "sound" }]);
    host.append("Transactions", [good] as never);
    const first = await outcomeOf(run(host));
    await host.clock.advanceTo("2026-02-12");
    const failed = host.executions().filter(({ status }) => status !== "completed").length;
    const made = lines(host, "Rewards", ["Key", "Amount"]).filter(
      (each) => each === "good/sound | 20",
    );
    found[name] = { refused: first.includes("UNEXPECTED"), failed, made: made.length };
  }
  return found;
}

/** Totals, stray words and numbers in date cells, on every tab below the program's rows and in them. */
async function withStrayCells() {
  const host = await openLife({ Transactions: [sale("t"), sale("u", { Customer: "cus_2" })] });
  await run(host);
  const strays: readonly (readonly [string, Record<string, unknown>])[] = [
    ["Partners", { Group: "Total" }],
    ["Customers", { "Created on": 1_790_841_600_000 }],
    ["Transactions", { Key: "Total", Amount: "=SUM(E2:E3)" }],
    ["Transactions", { Key: "stray", Date: 1_790_841_600_000, Amount: 5 }],
    ["Actions", { Date: 1e20 }],
    ["Triggers", { Order: -1e9 }],
    ["Rewards", { Key: "Total", Amount: 20 }],
    ["Rewards", { Reason: "  " }],
    ["Drips", { Amount: "=1/0" }],
    ["Invoices", { Total: true }],
    ["Payouts", { "Paid on": 1_790_841_600_000 }],
    ["Settings", { Key: "Total", Value: 7 }],
    ["Activity", { When: 1_790_841_600_000 }],
  ];
  for (const [tab, row] of strays) host.append(tab, [row] as never);
  host.type("Customers", 1, "Created on", 1_790_841_600_000);
  host.append("Transactions", [sale("good")] as never);
  await host.clock.advanceTo("2026-02-12");
  return {
    failed: host.executions().filter(({ status }) => status !== "completed").length,
    made: lines(host, "Rewards", ["Key"]).filter((key) => key.startsWith("good/")),
    problems: lines(host, "Transactions", ["Key", "Problems"]).filter(
      (line) => !line.endsWith("| "),
    ),
    dated: lines(host, "Customers", ["Key", "Problems"]),
  };
}

async function withFilledDownColumns() {
  const host = await openLife({ Transactions: [sale("t"), sale("", { Amount: 7 })] });
  const down = <T>(value: (row: number) => T) => Array.from({ length: 30 }, (_, i) => value(i + 2));
  addOwnColumn(
    host,
    "Transactions",
    "Double",
    3,
    down((row) => `=E${row}*2`),
  );
  addOwnColumn(
    host,
    "Customers",
    "VIP",
    3,
    down(() => false),
  );
  addOwnColumn(
    host,
    "Rewards",
    "Mine",
    2,
    down((row) => `=IF(A${row}="","",1)`),
  );
  await run(host);
  return {
    problems: lastRun(host).why,
    transactions: lines(host, "Transactions", ["Double", "Outcome"]),
    customers: lines(host, "Customers", ["Key", "VIP", "Outcome"]),
    rewards: lines(host, "Rewards", ["Amount", "Partner"]),
  };
}

async function withOddKeys() {
  const keys = [
    "a\nb",
    "t\tb",
    "a, b | c % d",
    "ends with space ",
    "<b>&\"'",
    "größe 😀",
    "__proto__",
  ];
  const host = await openLife({ Transactions: keys.map((key) => sale(key)) });
  for (const header of ["__proto__", "constructor"]) addOwnColumn(host, "Transactions", header, 3);
  await run(host);
  await host.clock.advanceTo("2026-01-12");
  return {
    outcomes: lines(host, "Transactions", ["Key", "Outcome", "Problems"]),
    notes: Object.keys(cellNotes(host, "Transactions")).length,
    rewards: lines(host, "Rewards", ["Key"]).length,
  };
}

tell({
  long: await withLongCells(),
  strays: await withStrayCells(),
  filled: await withFilledDownColumns(),
  odd: await withOddKeys(),
});
