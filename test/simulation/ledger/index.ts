import { monthOf, plusMonths } from "../calendar";
import { ask, type Life } from "../life";
import { type Books, type Complain, openBooks } from "./books";
import { checkDrips } from "./check-drips";
import { checkForecast } from "./check-forecast";
import { checkInvoices } from "./check-invoices";
import { checkJudged } from "./check-judged";
import { checkLimits } from "./check-limits";
import { checkLost } from "./check-lost";
import { checkMemory } from "./check-memory";
import { checkRewards } from "./check-rewards";
import { checkRules } from "./check-rules";
import { checkShown, checkStatements } from "./check-statements";
import { checkStrays } from "./check-strays";
import { checkTargets } from "./check-targets";

type Check = (books: Books, complain: Complain, life: Life) => void;
const checks: readonly Check[] = [
  (books, complain, life) => checkMemory(life, books, complain),
  checkJudged,
  checkRewards,
  checkRules,
  checkLimits,
  (_, complain, life) => checkStrays(life, complain),
  checkDrips,
  checkTargets,
  checkInvoices,
  checkStatements,
];

/** Checks the sheets after a run by a ledger of its own; every sentence that comes back is a broken invariant. */
export async function audit(life: Life): Promise<readonly string[]> {
  const found: string[] = [];
  const complain: Complain = (what) => {
    found.push(what);
  };
  const books = openBooks(life);
  for (const check of checks) {
    try {
      check(books, complain, life);
    } catch (thrown) {
      // Cells that hold what no cell of theirs can, such as a day that is none.
      complain(`the books can't be read: ${(thrown as Error).message}`);
    }
  }
  await checkLost(life, complain);
  await askStatement(life, books, complain);
  const reply = await ask(life, "forecast", {});
  if (reply.ok) checkForecast(books, (reply.output as { forecasts: [] }).forecasts, complain);
  else complain(`no forecast: ${reply.error.message}`);
  return found;
}

/** One partner's statement of last month, as the sidebar shows it. */
async function askStatement(life: Life, books: Books, complain: Complain): Promise<void> {
  const { Rewards } = books.rows;
  if (Rewards.length === 0) return;
  const { Partner, Currency } = life.dice.of(Rewards);
  const account = { partner: String(Partner), currency: String(Currency) };
  const month = plusMonths(monthOf(life.today), -1);
  const reply = await ask(life, "show-statement", { ...account, month });
  if (reply.ok) checkShown(books, account, month, reply.output as never, complain);
  else complain(`no statement of ${account.partner}: ${reply.error.message}`);
}
