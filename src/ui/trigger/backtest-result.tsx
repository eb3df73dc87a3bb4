import type { ComponentChildren } from "preact";
import type { Output } from "../../engine/contract";
import { text } from "../text";

type Result = Output<"backtest-trigger">;

/** What a backtest found: the sums, by partner and month, what differs from what was made, and near misses. */
export function BacktestResult({ result }: { readonly result: Result }) {
  const { events, acted, sums, totals, differences, nearMisses, drips, toCome } = result;
  const money = (all: readonly { readonly amount: string; readonly currency: string }[]) =>
    all.map(({ amount, currency }) => text.money(amount, currency)).join(", ") || "nothing";
  const rewards = sums.reduce((all, { count }) => all + count, 0);
  return (
    <>
      <p class="backtest">
        It would act on {acted} of {text.count(events, "event")} and make{" "}
        {text.count(rewards, "reward")}: {money(sums)}.
        {drips > 0 &&
          ` Of ${text.count(drips, "drip")} it would start, still to come: ${money(toCome)}.`}
      </p>
      {totals.rows.length > 0 && (
        <table>
          <caption>By partner and month</caption>
          <thead>
            <tr>
              <th scope="col">Month</th>
              <th scope="col">Partner</th>
              <th scope="col">Rewards</th>
              <th scope="col">Amount</th>
            </tr>
          </thead>
          <tbody>
            {totals.rows.map(({ month, partner, partnerName, count, amount, currency }) => (
              <tr key={month + partner + currency}>
                <td>{month}</td>
                <td>{partnerName}</td>
                <td class="number">{count}</td>
                <td class="number">{text.money(amount, currency)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Part title="What differs from what was made" of={differences}>
        {differences.rows.map(({ reward, earnedOn, was, would }) => (
          <li key={reward}>
            {text.day(earnedOn)}: {was ?? "none"} → {would ?? "none"}
            <span class="faint block small">{reward}</span>
          </li>
        ))}
      </Part>
      <Part title="What it nearly matched" of={nearMisses}>
        {nearMisses.rows.map(({ event, on, missing, found }) => (
          <li key={event}>
            {text.day(on)}, {event}: {missing}
            <span class="faint block small">{found && `Found ${found}`}</span>
          </li>
        ))}
      </Part>
    </>
  );
}

function Part(props: {
  readonly title: string;
  readonly of: { readonly rows: readonly unknown[]; readonly more: number };
  readonly children: ComponentChildren;
}) {
  const { rows, more } = props.of;
  return (
    <section>
      <h2>{props.title}</h2>
      {rows.length === 0 ? <p class="faint">Nothing.</p> : <ul class="plain">{props.children}</ul>}
      {more > 0 && <p class="faint">and {more} more; a tab has them all.</p>}
    </section>
  );
}
