import type { Driver } from "../host";
import { answer, type Rpc } from "./rpc";
import { pasteRows } from "./sheet-rows";
import { amountText, dayText, heading, progress, progressDone, say, table } from "./tell";

const customers = [
  {
    key: "cus_harbor",
    name: "Harbor Analytics",
    partner: "ptn_ada",
    createdOn: { day: "2026-01-15", time: "" },
  },
  {
    key: "cus_maple",
    name: "Maple Studio",
    partner: "ptn_ada",
    createdOn: { day: "2026-01-15", time: "" },
  },
] as const;
const triggers = [
  {
    key: "trg_yearly",
    name: "Yearly plan by instalments",
    state: "active",
    order: 10,
    event: "transaction created",
    rules: '{"all":[{"fact":"transaction.Product","operator":"equal","value":"Yearly plan"}]}',
    action: "start a drip",
    amount: 20,
    delay: 1,
    cycle: 1,
    occurrences: 12,
    offer: "20.00 USD a month for a year",
  },
  {
    key: "trg_onboarding",
    name: "300 in six months",
    state: "active",
    order: 20,
    event: "transaction created",
    rules:
      '{"all":[{"fact":"transaction.Product","operator":"equal","value":"Onboarding package"}]}',
    action: "start a drip",
    amount: 300,
    mode: "split a total",
    cycle: 1,
    occurrences: 6,
    offer: "300.00 USD in six monthly parts",
  },
] as const;
const sales = [
  {
    key: "trx_yearly",
    customer: "cus_harbor",
    date: { day: "2026-01-15", time: "" },
    amount: 1200,
    currency: "USD",
    product: "Yearly plan",
  },
  {
    key: "trx_onboarding",
    customer: "cus_maple",
    date: { day: "2026-01-15", time: "" },
    amount: 1850,
    currency: "USD",
    product: "Onboarding package",
  },
] as const;

/** Both examples of the articles the product came from, lived through day by day in the local host. */
export async function tellStory(host: Driver, rpc: Rpc): Promise<void> {
  heading("A partner program in one spreadsheet");
  await answer(rpc("set-up", {}));
  pasteRows(host, "partners", [{ key: "ptn_ada", name: "Ada Berg", email: "ada@berg.example" }]);
  pasteRows(host, "customers", customers as never);
  pasteRows(host, "triggers", triggers as never);
  pasteRows(host, "transactions", sales as never);
  say("On 15 January 2026 two customers of Ada's buy: a yearly plan for 1,200.00 USD, which pays");
  say("20.00 a month for a year after one month, and an onboarding package, which pays 300.00 in");
  say("six monthly parts. Nobody opens the sheet again: the daily run does the rest.");
  await answer(rpc("install-schedule", {}));
  await live(host, "2026-08-20");
  host.type("Customers", { Key: "cus_harbor" }, "Status", "archived");
  await live(host, "2026-10-14");
  for (const invoice of host.rows("Invoices")) {
    if (invoice.Status === "Final") {
      await answer(
        rpc("pay-invoice", {
          invoice: String(invoice.Key),
          neverSent: true,
          reference: "bank transfer",
        }),
      );
    }
  }
  progressDone();
  tellDrip(
    host,
    "20.00 a month, twelve times; the customer is archived on 20 August",
    "trx_yearly/trg_yearly",
  );
  tellDrip(host, "300.00 split in six months", "trx_onboarding/trg_onboarding");
  tellMoney(host);
}

async function live(host: Driver, until: string): Promise<void> {
  for (;;) {
    const now = host.clock.now();
    const next = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 14, 12));
    const end = new Date(`${until}T12:00:00Z`);
    progress(`  … ${now.toISOString().slice(0, 10)}: the daily and monthly runs go on`);
    await host.clock.advanceTo(next < end ? next : end);
    if (next >= end) return;
  }
}

function tellDrip(host: Driver, title: string, event: string): void {
  heading(title);
  const drip = host.rows("Drips").find(({ Key }) => String(Key).includes(event));
  if (!drip) throw new Error(`The story's drip for ${event} was not started`);
  const made = host.rows("Rewards").filter(({ Drip }) => Drip === drip.Key);
  const lines = made.map((reward) => [
    Number(reward.Occurrence),
    dayText(reward["Earned on"]),
    amountText(reward.Amount),
    String(reward.Status),
    String(reward.Invoice),
  ]);
  table(["part", "earned on", "USD", "status", "invoice"], lines);
  const sum = made.reduce((all, { Amount }) => all + Math.round(Number(Amount) * 100), 0) / 100;
  const never = Number(drip.Occurrences) - Number(drip.Issued);
  say(
    `\n  ${made.length} made: ${amountText(sum)} USD stand. ${never} are never made. The drip is ${drip.Status}.`,
  );
}

function tellMoney(host: Driver): void {
  heading("Invoices and payouts");
  const invoices = host
    .rows("Invoices")
    .map((invoice) => [
      String(invoice.Key),
      Number(invoice.Lines),
      amountText(invoice.Total),
      String(invoice.Status),
    ]);
  table(["invoice", "lines", "total", "status"], invoices);
  say();
  const payouts = host
    .rows("Payouts")
    .map((payout) => [
      String(payout.Invoice),
      String(payout.Partner),
      amountText(payout.Amount),
      String(payout.Status),
      dayText(payout["Paid on"]),
    ]);
  table(["payout of", "partner", "amount", "status", "paid on"], payouts);
}
