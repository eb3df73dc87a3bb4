import type { Driver } from "../../host";
import { ask, lines, openLife, sale } from "../e2e/main-job/open-life";

type Call = readonly [string, Readonly<Record<string, unknown>>];
export interface Act {
  readonly call: Call;
  /** What a person did before. */
  readonly after?: Call;
  /** While January's invoice is in review; else the day after it is final. */
  readonly inReview?: boolean;
}

const REVIEW = "2026-02-03";
const FINAL = "2026-02-09";
const nameOf = (day: string, after: Call | undefined): string =>
  `${day} ${after?.[0] ?? "nothing"}`;
/** The program on both days, and after what a person did before. */
const prepared = new Map<string, Driver>();

/** Makes ready what `opened` answers. */
export async function prepare(): Promise<void> {
  const host = await openLife(
    {
      Partners: [
        { Key: "ada", Name: "Ada", "Payout method": "bank transfer", "Account reference": "DE1" },
        { Key: "bela", Name: "Bela" },
      ],
      Transactions: [sale("a", { Product: "Yearly plan" }), sale("b", { Customer: "cus_2" })],
    },
    { user: "me@team.example", owner: "owner@team.example" },
  );
  for (const day of [REVIEW, FINAL]) {
    await host.clock.advanceTo(day);
    prepared.set(nameOf(day, undefined), host.fork());
  }
  for (const { after } of Object.values(acts)) {
    if (!after) continue;
    const later = host.fork();
    await ask(later, after[0], after[1]);
    prepared.set(nameOf(FINAL, after), later);
  }
}

/** A program of its own in which the act is to come. */
export function opened({ inReview, after }: Act): Driver {
  const host = prepared.get(nameOf(inReview ? REVIEW : FINAL, after));
  if (!host) throw new Error("Nothing was prepared for this act.");
  return host.fork();
}

const invoice = "inv_2026-01_USD";
const pay: Call = ["pay-invoice", { invoice, neverSent: true }];
const end: Call = ["end-drip", { drips: ["drip_a/plan"], reason: "left", confirmed: true }];

/** A person's acts in the sidebar. */
export const acts: Readonly<Record<string, Act>> = {
  "a manual reward": {
    call: [
      "create-manual-reward",
      { partner: "ada", description: "x", amount: "5", confirmed: true, formId: "form_1" },
    ],
  },
  "ending a drip": { call: end },
  "continuing a drip": {
    call: ["continue-drip", { drip: "drip_a/plan", confirmed: true }],
    after: end,
  },
  "skipping an occurrence": { call: ["skip-occurrence", { drip: "drip_a/plan", occurrence: 1 }] },
  "paying an invoice": { call: pay },
  "returning a payout": {
    call: ["return-payout", { payout: `pay_${invoice}/ada`, reason: "account closed" }],
    after: pay,
  },
  "reopening an invoice": { call: ["reopen-invoice", { invoice, reason: "a line was missing" }] },
  "moving a reward off an invoice": {
    call: ["place-rewards", { rewards: ["a/first"], to: "on the next one" }],
    inReview: true,
  },
  "declining in bulk": {
    call: [
      "set-reward-status",
      { rewards: ["a/first", "a/rate"], status: "declined", reason: "no" },
    ],
    inReview: true,
  },
  "a payment file": { call: ["make-payment-file", { invoice, format: "CSV" }] },
  "archiving a partner": {
    call: ["archive-record", { table: "partners", key: "ada", confirmed: true }],
  },
  "recording a sale": {
    call: [
      "record-sale",
      { customer: "cus_1", amount: "70", date: "2026-02-03", formId: "form_2" },
    ],
    inReview: true,
  },
};

/** What can be told of the money, keys apart: those of a person's acts are new each time. */
export const stateOf = (host: Driver): string =>
  JSON.stringify([
    lines(host, "Rewards", ["Partner", "Amount", "Status", "Invoice", "Payout"]),
    lines(host, "Drips", ["Status", "To come", "Ended on"]),
    lines(host, "Invoices", ["Status", "Lines", "Total"]),
    lines(host, "Payouts", ["Amount", "Status", "File"]),
    lines(host, "Partners", ["Status"]),
    lines(host, "Transactions", ["Amount", "Outcome"]),
    host.rows("Activity").filter(({ Key }) => !String(Key).startsWith("run ")).length,
  ]);
