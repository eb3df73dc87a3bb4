import type { Driver } from "../../host";

/** Keys of a year's program that the calls are asked about: those with the most behind them. */
export interface Facts {
  readonly partner: string;
  readonly customer: string;
  readonly sale: string;
  readonly reward: string;
  /** A running drip with its next part, and every running one. */
  readonly drip: string;
  readonly nextPart: string;
  readonly drips: readonly string[];
  readonly inReview: string;
  readonly final: string;
  readonly paid: string;
  /** The rewards of the invoice in review. */
  readonly reviewed: readonly string[];
  readonly payout: string;
}

export function factsOf(host: Driver): Facts {
  const text = (cell: unknown) => String(cell ?? "");
  const drips = host.rows("Drips").filter(({ Status }) => Status === "Created");
  const invoice = (status: string) =>
    text(host.rows("Invoices").find(({ Status }) => Status === status)?.Key);
  const inReview = invoice("In review");
  const paid = invoice("Paid");
  const reviewed = host
    .rows("Rewards")
    .flatMap(({ Key, Invoice }) => (Invoice === inReview ? [text(Key)] : []));
  const facts: Facts = {
    partner: "ptn_0",
    customer: "cus_0",
    sale: "trx_1",
    reward: reviewed[0] ?? "",
    drip: text(drips[drips.length - 1]?.Key),
    nextPart: text(drips[drips.length - 1]?.["Next occurrence"]),
    drips: drips.map(({ Key }) => text(Key)),
    inReview,
    final: invoice("Final"),
    paid,
    reviewed,
    payout: text(host.rows("Payouts").find(({ Invoice }) => Invoice === paid)?.Key),
  };
  for (const [name, value] of Object.entries(facts)) {
    if (value.length === 0) throw new Error(`The bench's program has no ${name}`);
  }
  return facts;
}
