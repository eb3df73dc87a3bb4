import type { Row } from "../life";
import type { Books, Complain } from "./books";
import { minor } from "./money";

/** The headers of what bounds each reward: for one, for a customer, for a partner's month. */
const ofDrips = ["Limit per reward", "Limit per customer", "Limit per partner and month"] as const;
/** A trigger's limit per reward may have been changed since; nobody changes the others here. */
const ofTriggers = ofDrips.slice(1);

/** No reward is calculated at more than the limits of its drip, or of its trigger, in their currency (LIMIT-7). */
export function checkLimits(books: Books, complain: Complain): void {
  for (const reward of books.rows.Rewards) {
    const [drip] = books.where("Drips", "Key", reward.Drip || "none");
    const [trigger] = books.where("Triggers", "Key", reward.Trigger || "none");
    if (reward.Source === "drip" && drip) check(reward, drip, ofDrips, complain);
    else if (reward.Source === "trigger" && trigger) check(reward, trigger, ofTriggers, complain);
  }
}

function check(reward: Row, from: Row, headers: readonly string[], complain: Complain): void {
  if (from["Limit currency"] !== reward.Currency) return;
  const worked = reward["Calculated amount"] === "" ? "Amount" : "Calculated amount";
  for (const header of headers) {
    const limit = from[header];
    if (limit === "" || limit === undefined) continue;
    const most = minor({ ...reward, [header]: limit }, header);
    const is = minor(reward, worked);
    if (is > most)
      complain(`${reward.Key}: ${is} is more than its ${header.toLowerCase()} ${most}`);
  }
}
