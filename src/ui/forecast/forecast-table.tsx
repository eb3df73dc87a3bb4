import { text } from "../format/text";
import { dotted } from "../format/words";
import { kinds } from "./bars";
import { type ForecastOfCurrency, spanText } from "./forecast-chart";

/** What will be owed by month, with what each sum is made of, and what has no date below. */
export function ForecastTable({ of }: { readonly of: ForecastOfCurrency }) {
  const money = (amount: string) => text.money(amount, of.currency);
  const { held, paused, waiting } = of.undated;
  const undated = [
    [held, "in held rewards"],
    [paused, "in paused drips"],
    [waiting, "of drips that make held rewards, or whose partner or customer is gone"],
  ] as const;
  return (
    <>
      <table class="sums">
        <caption class="unseen">What will be owed, by expected month of payment</caption>
        <tbody>
          {of.rows.map((row) => (
            <tr key={spanText(row)}>
              <th scope="row">
                {spanText(row)}
                <span class="block small faint">
                  {dotted(
                    kinds.map(
                      ({ kind, label }) =>
                        Number(row[kind]) !== 0 && `${label} ${money(row[kind])}`,
                    ),
                  )}
                </span>
              </th>
              <td class="figure">{money(row.total)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">In all</th>
            <td class="figure">{money(of.total)}</td>
          </tr>
        </tfoot>
      </table>
      {undated
        .filter(([amount]) => Number(amount) !== 0)
        .map(([amount, what]) => (
          <p key={what} class="faint">
            Without a date: {money(amount)} {what}.
          </p>
        ))}
    </>
  );
}
