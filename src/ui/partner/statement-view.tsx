import type { Output } from "../../engine/contract/contract";
import { text } from "../format/text";
import { type SumLine, SumsTable } from "../parts/sums-table";
import { openReward } from "../rewards/opened-reward";

type Shown = Output<"show-statement">;

/** A statement: its balance, and below it what is pending, on hold, declined and to come (STATEMENT-4). */
export function StatementView({ shown }: { readonly shown: Shown }) {
  const { opening, lines, payouts, closing, below, final, unreadable, code } = shown;
  const { pending, held, declined, drips } = below;
  return (
    <>
      <p class="small faint">
        {final
          ? `The balance is final.${code ? ` Statement code: ${code}` : ""}`
          : unreadable > 0
            ? `Not final: ${text.count(unreadable, "row")} can't be read.`
            : "Not final: the balance may still change."}
      </p>
      <SumsTable
        title="Balance"
        more={moreText(lines.more + payouts.more)}
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
      <Below title="Not in the balance yet" part={pending} lines={pending.rows.map(rewardLine)} />
      <Below title="On hold" part={held} lines={held.rows.map(rewardLine)} />
      <Below title="Declined" part={declined} lines={declined.rows.map(rewardLine)} />
      <Below
        title="Still to come"
        part={drips}
        lines={drips.rows.map(
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

/** Amounts that are not part of the balance; nothing where there are none. */
function Below(props: {
  readonly title: string;
  readonly part: { readonly more: number; readonly total: SumLine["amount"] };
  readonly lines: readonly SumLine[];
}) {
  const { title, part, lines } = props;
  if (lines.length === 0) return null;
  return <SumsTable title={title} lines={lines} total={part.total} more={moreText(part.more)} />;
}

const moreText = (more: number): string =>
  more > 0 ? `and ${more} more, all of them in the tab` : "";

const negative = (decimal: string): string =>
  Number(decimal) === 0 ? decimal : decimal.startsWith("-") ? decimal.slice(1) : `-${decimal}`;

const rewardLine = (
  line: Shown["lines"]["rows"][number] & { readonly reason?: string | null },
): SumLine => ({
  key: line.reward,
  go: () => openReward(line.reward),
  label: line.description || line.reward,
  about:
    line.reason ||
    (line.estimatedPayment ? `estimated payment ${text.day(line.estimatedPayment)}` : undefined),
  amount: line.amount,
});
