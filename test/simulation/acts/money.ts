import { ask, type Life, type Row, rowsOf, someRow } from "../life";
import type { Acts } from "./act";

/** A payment comes back: its lines are owed again. */
function returnPayout(life: Life): unknown {
  const payout = someRow(life, "Payouts", ({ Status }) => Status === "paid" || Status === "sent");
  return payout && ask(life, "return-payout", { payout: payout.Key, reason: "account closed" });
}

/** Payouts that are taken away take along what was noted beside them. */
function reopen(life: Life): unknown {
  const invoice = someRow(life, "Invoices", ({ Status }) => Status !== "In review");
  if (!invoice) return;
  const payouts = rowsOf(life, "Payouts").filter(({ Invoice }) => Invoice === invoice.Key);
  for (const { Key } of payouts) life.notes.delete(`Payouts | ${Key}`);
  return ask(life, "reopen-invoice", { invoice: invoice.Key, reason: "forgot a line" });
}

function moveOn(life: Life): unknown {
  const { dice } = life;
  const inReview = rowsOf(life, "Invoices").filter(({ Status }) => Status === "In review");
  if (inReview.length === 0) return;
  const { Key } = dice.of(inReview);
  const reward = someRow(life, "Rewards", ({ Invoice }) => Invoice === Key);
  const to = dice.chance(0.5) ? "on the next one" : "on an invoice";
  const invoice = to === "on an invoice" ? dice.of(inReview).Key : "";
  return reward && ask(life, "place-rewards", { rewards: [reward.Key], to, invoice });
}

/** Mostly a partner owes nothing, and it is refused. */
function writeOff(life: Life): unknown {
  const isNegative = ({ Amount }: Row) => Number(Amount) < 0;
  const reward = someRow(life, "Rewards", isNegative);
  if (!reward) return;
  const { Partner, Currency } = reward;
  return ask(life, "write-off", { partner: Partner, currency: Currency, reason: "goodwill" });
}

/** What people do with invoices and payouts once they are final. */
export const moneyActs: Acts = [
  [3, returnPayout],
  [3, reopen],
  [3, moveOn],
  [2, writeOff],
];
