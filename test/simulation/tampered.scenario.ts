import type { Driver } from "../../host";
import { begin } from "./begin";
import { plusDays } from "./calendar";
import { audit } from "./ledger";
import { ask, type Life, rowsOf } from "./life";
import { addSale } from "./people-type";
import { triggerPool } from "./trigger-pool";

type Cell = string | number;
const first = (life: Life, tab: string, header: string, values: readonly unknown[]) => {
  const row = rowsOf(life, tab).find((each) => values.includes(each[header]));
  if (!row) throw new Error(`This life has no ${tab} with ${values.join(" or ")}.`);
  return { Key: String(row.Key), row };
};

/** Falsifies a cell of the first row in which a header has a value. */
const retype =
  (tab: string, header: string, values: readonly unknown[], column: string, cell: Cell) =>
  (life: Life): void => {
    const { Key } = first(life, tab, header, values);
    life.host.type(tab, { Key }, column, cell);
  };

/** One way each in which money could be made, lost, counted twice, or not be explained. */
const tampers: Readonly<Record<string, (life: Life) => void>> = {
  "a paid reward of another amount": retype("Rewards", "Status", ["paid"], "Amount", 1234),
  "an invoice of another total": retype("Invoices", "Status", ["Paid"], "Total", 1),
  "a payout of another amount": retype("Payouts", "Status", ["paid"], "Amount", 1),
  "a paid payout that is open again": retype("Payouts", "Status", ["paid"], "Status", "open"),
  "a status that cannot be": retype("Rewards", "Status", ["pending"], "Status", "paid"),
  "a line taken off a paid invoice": retype("Rewards", "Status", ["paid"], "Invoice", ""),
  "an occurrence that is gone": (life) =>
    life.host.deleteRow("Rewards", { Key: first(life, "Rewards", "Source", ["drip"]).Key }),
  "an occurrence on another day": retype("Rewards", "Source", ["drip"], "Earned on", "2026-01-02"),
  "a reward without a cause": retype("Rewards", "Source", ["trigger"], "Trigger", "nobody"),
  "an event that lost its marker": retype("Transactions", "Status", [""], "Judged", ""),
  "a drip that promises more": retype("Drips", "Status", ["Created"], "To come", 9999),
  "a drip that counts less": retype("Drips", "Settled", [1, 2, 3, 4], "Settled", 0),
  "a reward that is there twice": (life) => {
    const { Problems: _, ...row } = first(life, "Rewards", "Source", ["trigger"]).row;
    life.host.append("Rewards", [row as never]);
  },
  "a refund that takes back too little": retype("Rewards", "Source", ["adjustment"], "Amount", -1),
  "a sale that someone typed over": retype("Transactions", "Status", [""], "Amount", 1),
};

/** Some months in which all is paid; then each falsification on a copy of its own. */
async function main(): Promise<unknown> {
  const life = await begin(7, triggerPool);
  const days = [4, 9, 12, 8, 11, 14, 9, 10, 12, 15];
  for (const step of days) {
    for (let i = 0; i < 4; i++) addSale(life);
    await ask(life, "run", { kind: "by hand" });
    const final = rowsOf(life, "Invoices").filter(({ Status }) => Status === "Final");
    for (const { Key } of final) await ask(life, "pay-invoice", { invoice: Key, neverSent: true });
    life.today = plusDays(life.today, step);
    await life.host.clock.advanceTo(life.today);
    life.host.workbook.extras.triggers = [];
  }
  const paid = rowsOf(life, "Rewards").find(
    (row) => row.Status === "paid" && row.Transaction !== "",
  );
  await ask(life, "record-refund", { refundOf: paid?.Transaction });
  await ask(life, "run", { kind: "by hand" });
  const honest = await audit(life);
  const noticed: Record<string, number> = {};
  for (const [name, tamper] of Object.entries(tampers)) {
    const host: Driver = life.host.copy();
    const copy: Life = { ...life, host, paid: new Map(life.paid) };
    tamper(copy);
    noticed[name] = (await audit(copy)).length;
  }
  return { honest, noticed };
}

process.stdout.write(`${JSON.stringify(await main())}\n`);
