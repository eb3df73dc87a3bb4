import { unpacked } from "../../support/unpacked";
import type { Row } from "../life";
import type { Books, Complain } from "./books";
import { keptOf } from "./kept";
import { minor, sum } from "./money";

/**
 * Of a sale that was given back in full nothing is owed: what was made for it is declined, or the corrections of it,
 * proposed or approved, take it away to the last minor unit.
 */
export function checkRefunds(books: Books, complain: Complain): void {
  for (const reward of books.rows.Rewards) {
    if (reward.Source !== "trigger" && reward.Source !== "drip") continue;
    const [sale] = books.where("Transactions", "Key", reward.Transaction || "none");
    if (!sale || minor(sale) <= 0 || keptOf(books, sale.Key, minor(sale)) > 0) continue;
    const corrections = books
      .where("Rewards", "Adjusts", reward.Key)
      .filter((line) => !isDeclinedByProgram(line));
    // Corrections stay where a reopened invoice put their reward back into review; that they cancel each other out is
    // enough where the program declined it then.
    const isDeclined = reward.Status === "declined" && corrections.length === 0;
    if (isDeclined || !isByRefundsOnly(books, reward, corrections)) continue;
    const net = (isDeclinedByProgram(reward) ? 0 : minor(reward)) + sum(corrections);
    if (net !== 0) complain(`${reward.Key}: ${net} is left of it, and its sale was refunded`);
  }
}

const isDeclinedByProgram = (row: Row): boolean =>
  row.Status === "declined" && row["Decided by"] === "the program";

/**
 * Neither typed over nor judged again, and no correction that a person took up once more after its refund was
 * withdrawn: then the difference is known from the rows alone.
 */
const isByRefundsOnly = (books: Books, reward: Row, corrections: readonly Row[]): boolean =>
  [reward, ...corrections].every((row) => row["Calculated amount"] === "") &&
  corrections.every((row) => {
    const [counted] = unpacked<readonly string[]>(row["Refunds counted"]) ?? [];
    const [refund] = books.where("Transactions", "Key", counted);
    return refund !== undefined && refund.Status !== "archived";
  });
