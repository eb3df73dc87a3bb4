import type { Output } from "../../engine/contract/contract";
import { text } from "../format/text";
import { type Line, StatementLines } from "./statement-lines";

type Shown = Output<"show-statement">;

/** A statement: its balance, and below it what is waiting, held and to come (STATEMENT-4). */
export function StatementView({ shown }: { readonly shown: Shown }) {
  const { opening, lines, payouts, closing, below, final, unreadable } = shown;
  return (
    <>
      <p class="small faint">
        {final
          ? "The balance is final."
          : unreadable > 0
            ? `Not final: ${text.count(unreadable, "row")} can't be read.`
            : "Not final: the balance may still change."}
      </p>
      <StatementLines
        title="Balance"
        more={lines.more + payouts.more}
        lines={[
          { key: "opening", label: "Opening balance", amount: opening, isSum: true },
          ...lines.rows.map(rewardLine),
          ...payouts.rows.map(({ payout, status, subtracted, estimatedPayment: on }) => ({
            key: payout,
            label: `Payout, ${status}`,
            about: on ? text.day(on) : "",
            amount: { ...subtracted, text: negative(subtracted.text) },
          })),
          { key: "closing", label: "Closing balance", amount: closing, isSum: true },
        ]}
      />
      <StatementLines
        title="Not in the balance yet"
        of={below.pending}
        lines={below.pending.rows.map(rewardLine)}
      />
      <StatementLines title="On hold" of={below.held} lines={below.held.rows.map(rewardLine)} />
      <StatementLines
        title="Still to come"
        of={below.drips}
        lines={below.drips.rows.map(
          ({ description, drip, occurrence, occurrences, due, amount, ...more }) => ({
            key: `${drip}#${occurrence}`,
            label: `${description || drip} (${occurrence} of ${occurrences})`,
            about: `due ${text.day(due)}${more.estimatedPayment ? `, estimated payment ${text.day(more.estimatedPayment)}` : ""}`,
            amount,
          }),
        )}
      />
    </>
  );
}

const negative = (decimal: string): string =>
  Number(decimal) === 0 ? decimal : decimal.startsWith("-") ? decimal.slice(1) : `-${decimal}`;

const rewardLine = (
  line: Shown["lines"]["rows"][number] & { readonly reason?: string | null },
): Line => ({
  key: line.reward,
  label: line.description || line.reward,
  about:
    line.reason ||
    (line.estimatedPayment ? `estimated payment ${text.day(line.estimatedPayment)}` : undefined),
  amount: line.amount,
});
