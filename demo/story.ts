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
    percent: "20",
    mode: "split a total",
    delay: 1,
    cycle: 1,
    occurrences: 12,
    offer: "20 % of a yearly plan, in twelve monthly parts",
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

const titles = {
  "trx_yearly/trg_yearly": "Harbor Analytics, yearly plan",
  "trx_onboarding/trg_onboarding": "Maple Studio, onboarding package",
} as const;
type Event = keyof typeof titles;

/** Both examples of the articles the product came from, lived through day by day in the local host. */
export async function tellStory(host: Driver, rpc: Rpc): Promise<void> {
  heading("A partner program in one spreadsheet");
  await answer(rpc("set-up", {}));
  pasteRows(host, "partners", [{ key: "ptn_ada", name: "Ada Berg", email: "ada@berg.example" }]);
  pasteRows(host, "customers", customers as never);
  pasteRows(host, "triggers", triggers as never);
  pasteRows(host, "transactions", sales as never);
  say(
    "On 15 January 2026 two customers of Ada's buy: a yearly plan for 1,200.00 USD, of which she",
  );
  say(
    "gets 20 % in twelve monthly parts, and an onboarding package, which pays 300.00 in six. Such",
  );
  say(
    "a promise of dated rewards is a drip. Nobody opens the sheet again: the daily run does the rest.",
  );
  await answer(rpc("install-schedule", {}));
  await live(host, "2026-01-16");
  progressDone();
  tellPromises(host);
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
    "240.00 in twelve monthly parts; the customer is archived on 20 August",
    "trx_yearly/trg_yearly",
  );
  tellDrip(host, "300.00 split in six months", "trx_onboarding/trg_onboarding");
  tellMoney(host);
}

/** What was promised before anything is paid, calculated from the drips' own rows. */
function tellPromises(host: Driver): void {
  heading("What is promised, on the day after");
  for (const event of Object.keys(titles) as Event[]) {
    const drip = dripOf(host, event);
    const parts = Number(drip.Occurrences);
    const total = sumOf(madeBy(host, drip)) + minor(drip["To come"]);
    const base = minor(drip["Base amount"]);
    const share = drip.Percent ? `${shown(base)} × ${drip.Percent} % = ` : "";
    say(`  ${titles[event]}: ${share}${shown(total)} = ${parts} × ${shown(total / parts)} USD`);
    say(`    the next part on ${dayText(drip["Next date"])}`);
  }
}

/** What became of the promises: all parts are made, lost or still to come. */
export function tellOutcome(host: Driver): void {
  heading("What became of the promises");
  const lines = (Object.keys(titles) as Event[]).map((event) => {
    const drip = dripOf(host, event);
    const made = sumOf(madeBy(host, drip));
    const [lost, toCome] = [minor(drip.Lost), minor(drip["To come"])];
    return { title: titles[event], sums: [made + lost + toCome, made, lost, toCome] };
  });
  const all = [0, 1, 2, 3].map((i) => lines.reduce((sum, { sums }) => sum + (sums[i] ?? 0), 0));
  const rows = [...lines, { title: "together", sums: all }];
  table(
    ["drip", "promised", "made", "lost", "to come"],
    rows.map(({ title, sums }) => [title, ...sums.map(shown)]),
  );
  const [promised = 0, made = 0, lost = 0, toCome = 0] = all.map(shown);
  say(
    `\n  Of ${promised} USD promised, ${made} were made and ${lost} are lost, since a customer left;`,
  );
  say(`  ${toCome} are still to come.`);
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

type Row = ReturnType<Driver["rows"]>[number];
function dripOf(host: Driver, event: Event): Row {
  const drip = host.rows("Drips").find(({ Key }) => String(Key).includes(event));
  if (!drip) throw new Error(`The story's drip for ${event} was not started`);
  return drip;
}
const madeBy = (host: Driver, { Key }: Row): readonly Row[] =>
  host.rows("Rewards").filter(({ Drip }) => Drip === Key);
const minor = (cell: unknown): number => Math.round(Number(cell) * 100);
const sumOf = (rewards: readonly Row[]): number =>
  rewards.reduce((sum, { Amount }) => sum + minor(Amount), 0);
const shown = (amount: number): string => amountText(amount / 100);

function tellDrip(host: Driver, title: string, event: Event): void {
  heading(title);
  const drip = dripOf(host, event);
  const made = madeBy(host, drip);
  const lines = made.map((reward) => [
    Number(reward.Occurrence),
    dayText(reward["Earned on"]),
    amountText(reward.Amount),
    String(reward.Status),
    String(reward.Invoice),
  ]);
  table(["part", "earned on", "USD", "status", "invoice"], lines);
  const never = Number(drip.Occurrences) - Number(drip.Issued);
  say(
    `\n  ${made.length} made: ${shown(sumOf(made))} USD stand. ${never} are never made. The drip is ${drip.Status}.`,
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
