import { monthOf, plusMonths } from "../calendar";
import type { Row } from "../life";
import type { Books, Complain } from "./books";
import { minor, sum } from "./money";

/** Invoices and payouts are the sums of their lines, by currency, and are where they must be by now. */
export function checkInvoices(books: Books, complain: Complain): void {
  for (const invoice of books.rows.Invoices) checkInvoice(books, invoice, complain);
  for (const payout of books.rows.Payouts) checkPayout(books, payout, complain);
  checkBalance(books, complain);
  const [last] = books.where("Settings", "Key", "last month opened");
  const wanted = plusMonths(monthOf(books.today), -1);
  if (last?.Value !== wanted) complain(`last month opened is ${last?.Value}, not ${wanted}`);
}

function checkInvoice(books: Books, invoice: Row, complain: Complain): void {
  const say: Complain = (what) => complain(`${invoice.Key}: ${what}`);
  const lines = books.where("Rewards", "Invoice", invoice.Key);
  const payouts = books.where("Payouts", "Invoice", invoice.Key);
  if (invoice.Key !== `inv_${invoice.Month}_${invoice.Currency}`) say("is not what its key says");
  if (lines.length !== invoice.Lines) say(`${invoice.Lines} lines, and there are ${lines.length}`);
  if (sum(lines) !== minor(invoice, "Total")) {
    say(`a total of ${minor(invoice, "Total")}, and lines of ${sum(lines)}`);
  }
  const isFinal = invoice["Finalized on"] !== "";
  const owed = payouts.filter(({ Status }) => Status !== "returned");
  const isOpen = owed.some(({ Status }) => Status !== "paid");
  const wanted = !isFinal ? "In review" : isOpen ? "Final" : "Paid";
  if (invoice.Status !== wanted) say(`the status is ${invoice.Status}, not ${wanted}`);
  if (isFinal && sum(owed) !== sum(lines))
    say(`payouts of ${sum(owed)} for lines of ${sum(lines)}`);
  if (!isFinal && owed.length > 0) say("a payout before it is final");
  const isDue =
    String(invoice["Review ends on"]) < books.today && invoice["Opened on"] !== books.today;
  if (!isFinal && isDue && invoice.Paused !== true && invoice.Paused !== "yes")
    say("still in review");
}

function checkPayout(books: Books, payout: Row, complain: Complain): void {
  const say: Complain = (what) => complain(`${payout.Key}: ${what}`);
  const lines = books.where("Rewards", "Payout", payout.Key);
  if (payout.Status === "returned") {
    if (lines.length > 0) say("returned, and still has lines");
    return;
  }
  if (lines.length === 0) say("no lines");
  if (sum(lines) !== minor(payout))
    say(`an amount of ${minor(payout)}, and lines of ${sum(lines)}`);
  if (lines.some(({ Partner }) => Partner !== payout.Partner)) say("another partner's line");
  if (lines.some(({ Currency }) => Currency !== payout.Currency)) say("another currency's line");
  if (minor(payout) < 0) say("negative");
  if ((payout.Status === "paid") !== (payout["Paid on"] !== ""))
    say(`${payout.Status}, paid on ${payout["Paid on"]}`);
}

/** Sum of rewards = sum over invoices + not yet invoiced + declined, in each currency. */
function checkBalance(books: Books, complain: Complain): void {
  const currencies = new Set(books.rows.Rewards.map(({ Currency }) => Currency));
  for (const currency of currencies) {
    const all = books.where("Rewards", "Currency", currency);
    const invoiced = sum(books.where("Invoices", "Currency", currency), "Total");
    const off = all.filter(({ Invoice }) => Invoice === "");
    const declined = sum(off.filter(({ Status }) => Status === "declined"));
    const waiting = sum(off.filter(({ Status }) => Status !== "declined"));
    if (sum(all) !== invoiced + waiting + declined) {
      complain(`${currency}: ${sum(all)} is not ${invoiced} + ${waiting} + ${declined}`);
    }
  }
}
