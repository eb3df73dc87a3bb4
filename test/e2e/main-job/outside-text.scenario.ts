import type { Driver } from "../../../host";
import { findSheet, internLook } from "../../../host/workbook";
import { addOwnColumn, ask, lines, openLife, run, sale, tell } from "./open-life";

const KEYS = ["00123", "1e5", "TRUE", "2026-01", "'=x", "'+1", "@x", "1/2", "12:30", "'-7", "5%"];
const NAMES = [
  '\'=HYPERLINK("http://x","y")',
  "'+1",
  "'-1",
  "@SUM(A1)",
  "'\t=1+1",
  "'\r=1",
  "'-2+3",
  "'TRUE",
  "'1e5",
  "'2026-01-01",
  "''quoted",
  "'$5",
];

const tabs = (host: Driver) => host.workbook.sheets;
const formulas = (host: Driver): readonly string[] =>
  tabs(host).flatMap(({ name, rows }) =>
    rows.flatMap((row) => [...(row?.formulas?.values() ?? [])].map((each) => `${name}: ${each}`)),
  );

async function keys() {
  const host = await openLife({
    Partners: KEYS.map((Key) => ({ Key, Name: "P" })),
    Customers: KEYS.map((Key) => ({ Key, Partner: Key, "Created on": "2026-01-10" })),
    Transactions: KEYS.map((Key) => sale(Key, { Customer: Key, Product: "Yearly plan" })),
  });
  await host.clock.advanceTo("2026-02-12");
  await ask(host, "set-up", {});
  const of = (tab: string, header: string) =>
    [...new Set(lines(host, tab, [header]))].filter((each) => each !== "").sort();
  return {
    wanted: KEYS.map((key) => key.replace(/^'/, "")).sort(),
    found: [
      of("Partners", "Key"),
      of("Customers", "Partner"),
      of("Transactions", "Key"),
      of("Rewards", "Partner"),
      of("Rewards", "Customer"),
      of("Rewards", "Transaction"),
      of("Drips", "Transaction"),
      of("Payouts", "Partner"),
    ],
    rewards: host.rows("Rewards").length,
    types: [...new Set(host.rows("Rewards").map(({ Transaction }) => typeof Transaction))],
  };
}

async function names() {
  const host = await openLife({
    Customers: NAMES.map((Name, i) => ({
      Key: `c${i}`,
      Name,
      Partner: "ada",
      "Created on": "2026-01-10",
    })),
    Transactions: NAMES.map((_, i) => sale(`t${i}`, { Customer: `c${i}`, Amount: 100 })),
  });
  await run(host);
  for (const description of ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1+1", "'=1", "TRUE", "0012"]) {
    const form = { partner: "ada", description, amount: "5", confirmed: true };
    await ask(host, "create-manual-reward", form);
    await ask(host, "set-reward-status", {
      rewards: [host.rows("Rewards").slice(-1)[0]?.Key],
      status: "held",
      reason: description,
    });
  }
  host.append("Transactions", [sale("bad", { Amount: "'=1+1", Date: "'-1" })] as never);
  await host.clock.advanceTo("2026-02-12");
  const manual = host.rows("Rewards").filter(({ Source }) => Source === "manual");
  return {
    formulas: formulas(host),
    customers: host.rows("Customers").map(({ Name }) => String(Name).trim()),
    said: host
      .rows("Rewards")
      .filter(({ Key }) => String(Key).endsWith("/rate"))
      .map(({ Description }) => String(Description).replace(/^Sale: /, "")),
    manual: manual.map(({ Description, Reason }) => [Description, Reason]),
  };
}

/** A team's own columns among ours, with formulas, notes, colours and formats. */
async function ownColumns() {
  const host = await openLife({
    Transactions: [sale("a"), sale("b", { Amount: "=3*1.1" }), sale("")],
  });
  for (const tab of ["Transactions", "Customers", "Partners", "Rewards", "Drips", "Payouts"]) {
    addOwnColumn(host, tab, "Ours", 3, ["'00123", "=1+1", "", "free text", true]);
    addOwnColumn(host, tab, "Also ours", 1, ["=ROW()*2", "note"]);
  }
  paint(host);
  host.rows("Transactions");
  const own = () =>
    tabs(host)
      .filter(({ name }) => !name.startsWith("_"))
      .flatMap(({ name, rows }) => {
        const header = rows[0]?.cells ?? [];
        const places = [header.indexOf("Ours"), header.indexOf("Also ours")];
        if (places[0] === -1) return [];
        return rows
          .slice(0, 9)
          .map((row) => [
            name,
            places.map((at) => [
              row?.cells[at] ?? "",
              row?.formulas?.get(at) ?? "",
              row?.notes?.get(at) ?? "",
              row?.look.formats[at] ?? "",
              row?.look.styles[at] ?? null,
            ]),
          ]);
      });
  for (const tab of host.sheetNames()) host.rows(tab);
  const before = JSON.stringify(own());
  await host.clock.advanceTo("2026-02-12");
  for (const tab of host.sheetNames()) host.rows(tab);
  const sheet = findSheet(host.workbook, "Transactions");
  const amount = sheet?.rows[0]?.cells.indexOf("Amount") ?? -1;
  return {
    kept: JSON.stringify(own()) === before,
    amountFormula: sheet?.rows[2]?.formulas?.get(amount),
    rewards: lines(host, "Rewards", ["Key", "Amount"]),
    failed: host.executions().filter(({ status }) => status !== "completed").length,
  };
}

/** Colours and notes in the team's columns of the first rows. */
function paint(host: Driver): void {
  for (const { name, rows } of tabs(host)) {
    const at = rows[0]?.cells.indexOf("Ours") ?? -1;
    if (at < 0) continue;
    for (const row of rows.slice(1, 5)) {
      if (!row) continue;
      row.notes = new Map([...(row.notes ?? []), [at, `ours on ${name}`]]);
      const styles = [...row.look.styles];
      styles[at] = { background: "#ffcc00", bold: true };
      row.look = internLook(host.workbook, { ...row.look, styles });
    }
  }
}

/** Every tab with its columns the other way round, as a person may drag them. */
async function reordered() {
  const turned = await openLife({
    Transactions: [sale("a", { Product: "Yearly plan" }), sale("")],
  });
  for (const { name, rows } of tabs(turned)) {
    if (name.startsWith("_") || name === "Sheet1") continue;
    const [first = "", ...others] = (rows[0]?.cells ?? []).map(String);
    let front = first;
    for (const header of others) {
      turned.moveColumn(name, header, front);
      front = header;
    }
  }
  const straight = await openLife({
    Transactions: [sale("a", { Product: "Yearly plan" }), sale("")],
  });
  const shown = async (host: Driver) => {
    await host.clock.advanceTo("2026-03-12");
    return host
      .sheetNames()
      .filter((name) => !name.startsWith("_"))
      .map((tab) => host.rows(tab).map((row) => Object.entries(row).sort()));
  };
  return { same: JSON.stringify(await shown(turned)) === JSON.stringify(await shown(straight)) };
}

async function locale() {
  const amounts = ["'1.200,00", "'1,200.00", "'12,5", "'12.5", "1.200,00", "'1 200,5"];
  const host = await openLife(
    { Transactions: amounts.map((Amount, i) => sale(`t${i}`, { Amount })) },
    { locale: "de_DE" },
  );
  host.append("Triggers", [
    {
      Key: "small",
      Name: "Small",
      State: "active",
      Order: 9,
      Event: "transaction created",
      Action: "grant a reward",
      Percent: "2,5",
    },
  ]);
  await run(host);
  return lines(host, "Rewards", ["Key", "Amount"]).filter((line) => !line.includes("first"));
}

async function currencies() {
  const host = await openLife({
    Transactions: [
      sale("j", { Amount: 999, Currency: "jpy" }),
      sale("j2", { Amount: 999.5, Currency: "JPY" }),
      sale("k", { Amount: 1.234, Currency: "KWD" }),
      sale("k2", { Amount: "=3*1.1", Currency: "KWD" }),
      sale("d", { Amount: 10.005 }),
      sale("x", { Currency: "XXY" }),
      sale("n", { Currency: "" }),
    ],
  });
  await host.clock.advanceTo("2026-02-12");
  return {
    invoices: lines(host, "Invoices", ["Key", "Lines", "Total"]),
    problems: lines(host, "Transactions", ["Key", "Problems"]).filter(
      (line) => !line.endsWith("| "),
    ),
  };
}

tell({
  keys: await keys(),
  names: await names(),
  own: await ownColumns(),
  reordered: await reordered(),
  locale: await locale(),
  currencies: await currencies(),
});
