import type { Output } from "../../engine/contract/contract";
import { text } from "../format/text";

type Result = Output<"backtest-trigger">;
/** A line, and the small text below it. */
type Line = readonly [string, string];

/** The result of a backtest: totals, by partner and month, differences from what was made, and near misses. */
export function BacktestResult({ result }: { readonly result: Result }) {
  const { events, acted, sums, totals, differences, nearMisses, drips, toCome } = result;
  const money = (all: readonly { readonly amount: string; readonly currency: string }[]) =>
    all.map(({ amount, currency }) => text.money(amount, currency)).join(", ") || "nothing";
  return (
    <>
      <p class="backtest">
        It would apply to {acted} of {text.count(events, "event")} and make {money(sums)}.
        {drips > 0 && ` ${text.count(drips, "drip")} would still pay ${money(toCome)}.`}
      </p>
      <Part
        title="By partner and month"
        lines={totals.rows.map(({ month, partnerName, count, amount, currency }) => [
          `${text.month(month)}, ${partnerName}: ${text.money(amount, currency)}`,
          text.count(count, "reward"),
        ])}
        more={totals.more}
      />
      <Part
        title="Differences from what was made"
        lines={differences.rows.map(({ reward, earnedOn, was, would }) => [
          `${text.day(earnedOn)}: ${text.said(was ?? "none")} → ${text.said(would ?? "none")}`,
          reward,
        ])}
        more={differences.more}
      />
      <Part
        title="Near misses"
        lines={nearMisses.rows.map(({ event, on, missing, found }) => [
          `${text.day(on)}, ${event}: ${text.said(missing)}`,
          found && `Found ${text.said(found)}`,
        ])}
        more={nearMisses.more}
      />
    </>
  );
}

function Part(props: {
  readonly title: string;
  readonly lines: readonly Line[];
  readonly more: number;
}) {
  const { title, lines, more } = props;
  return (
    <section>
      <h2>{title}</h2>
      {lines.length === 0 ? (
        <p class="faint">Nothing.</p>
      ) : (
        <ul class="card">
          {lines.map(([said, below]) => (
            <li class="drip" key={said + below}>
              {said}
              <span class="faint block small">{below}</span>
            </li>
          ))}
        </ul>
      )}
      {more > 0 && <p class="faint">and {more} more. Write to a tab to see all.</p>}
    </section>
  );
}
