import { type MarkerCell, unpacked } from "../../support/unpacked";
import type { Row } from "../life";
import type { Books, Complain } from "./books";

const statuses = new Set(["pending", "approved", "held", "declined", "paid"]);

/** Statuses as they may be, on invoices and payouts as they may be, and a cause for every reward. */
export function checkRewards(books: Books, complain: Complain): void {
  for (const reward of books.rows.Rewards) {
    const say: Complain = (what) => complain(`${reward.Key}: ${what}`);
    if (!statuses.has(String(reward.Status))) say(`the status is ${reward.Status}`);
    if (typeof reward.Amount !== "number") say(`the amount is ${reward.Amount}`);
    if (books.where("Partners", "Key", reward.Partner).length !== 1) say("nobody's");
    checkPlace(books, reward, say);
    checkCause(books, reward, say);
  }
}

function checkPlace(books: Books, reward: Row, say: Complain): void {
  const { Status, Invoice, Payout } = reward;
  const isOff = Status === "held" || Status === "declined";
  if (isOff && reward.Reason === "") say(`${Status} without a reason`);
  if (isOff && Invoice !== "") say(`${Status} on ${Invoice}`);
  const [invoice] = books.where("Invoices", "Key", Invoice);
  if (Invoice !== "" && !invoice) say(`on ${Invoice}, which is not there`);
  if (invoice && invoice.Currency !== reward.Currency) say("on an invoice of another currency");
  const isFinal = invoice !== undefined && invoice["Finalized on"] !== "";
  if (isFinal && Payout === "") say("on a final invoice without a payout");
  if (isFinal && reward["First invoice"] === "") say("on a final invoice, and no first invoice");
  if (!isFinal && Payout !== "") say("a payout, and no final invoice");
  const [payout] = books.where("Payouts", "Key", Payout);
  if (Payout !== "" && payout?.Invoice !== Invoice) say("a payout of another invoice");
  const isPaid = payout?.Status === "paid";
  if ((Status === "paid") !== isPaid) say(`${Status}, its payout ${payout?.Status ?? "missing"}`);
  if (isFinal && Status === "pending") say("pending on a final invoice");
}

const whyOf = (reward: Row) =>
  unpacked<{ readonly by: string; readonly what?: string }>(reward.Why);

function checkCause(books: Books, reward: Row, say: Complain): void {
  switch (reward.Source) {
    case "trigger":
      checkEvent(books, String(reward.Key), reward.Trigger, say);
      return;
    case "drip": {
      const [drip] = books.where("Drips", "Key", reward.Drip);
      if (!drip) say("its drip is not there");
      else if (drip.Partner !== reward.Partner || drip.Currency !== reward.Currency)
        say("not its drip's");
      return;
    }
    case "manual":
      if (whyOf(reward)?.by !== "person") say("no person's act");
      return;
    case "adjustment":
      if (whyOf(reward)?.what === "write-off") return;
      if (books.where("Rewards", "Key", reward.Adjusts).length !== 1) say("corrects nothing");
      return;
    default:
      say(`the source is ${reward.Source}`);
  }
}

/** A key of what a trigger made is `event/trigger`, and that of one made beside a final one has a number behind it; the event's row carries the marker that says so. */
export function checkEvent(books: Books, key: string, trigger: unknown, say: Complain): void {
  const made = key.replace(/\*\d+$/, "");
  const event = made.slice(0, made.lastIndexOf("/"));
  if (!made.endsWith(`/${trigger}`)) say(`not made by ${trigger}`);
  const tabs = ["Transactions", "Customers", "Actions", "Partners"] as const;
  const [row] = tabs.flatMap((tab) => books.where(tab, "Key", event));
  if (!row) {
    // A change of group has no row of its own: its key is the partner's, the day and the group.
    const [partner] = books.where("Partners", "Key", event.split("@")[0]);
    if (!partner || !event.includes("@")) say("no event");
    return;
  }
  const marker = unpacked<MarkerCell>(row.Judged);
  if (marker?.key !== event || !marker.acted.includes(String(trigger)))
    say(`the event says “${row.Judged}”`);
}
