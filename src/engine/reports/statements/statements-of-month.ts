import type { Month } from "../../kernel/day";
import type { Key } from "../../kernel/keys";
import type { Currency } from "../../kernel/money";
import type { Work } from "../../program/work";
import { type StatementTables, statementReader, type WholeStatement } from "./whole-statement";

/**
 * Answers a partner's statements of one month, one for each currency in which there is something to say: a balance
 * brought in, a line, a payout, or rewards that wait.
 */
export function statementsOfMonth(
  work: Work<StatementTables>,
  month: Month,
): (partner: Key) => readonly WholeStatement[] {
  const read = statementReader(work);
  return (partner) => {
    const rewards = work.where("rewards", "partner", partner);
    const drips = work.where("drips", "partner", partner);
    const currencies = new Set<Currency>([...rewards, ...drips].map(({ currency }) => currency));
    return [...currencies]
      .sort()
      .map((currency) => read({ partner, currency, month }))
      .filter(saysSomething);
  };
}

function saysSomething({ balance, below, coming }: WholeStatement): boolean {
  const { opening, lines, payouts } = balance;
  const waiting = [...below.pending, ...below.held, ...below.declined, ...coming];
  return opening !== 0 || [...lines, ...payouts, ...waiting].length > 0;
}
