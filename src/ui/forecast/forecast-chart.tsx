import type { Output } from "../../engine/contract/contract";
import { text } from "../format/text";
import { barsOf, HEIGHT, kinds, WIDTH } from "./bars";

export type ForecastOfCurrency = Output<"forecast">["forecasts"][number];

/** The name of a span of the forecast. */
export const spanText = ({ when, month }: ForecastOfCurrency["rows"][number]): string =>
  when === "month" && month ? text.month(month) : when === "overdue" ? "Overdue" : "Later";

const MOST_BARS = 13;
/** With so few bars each month's name fits below its bar; otherwise only the first and the last are named. */
const ALL_NAMED = 3;

/** The forecast as stacked bars, one per month; the table below has the figures. */
export function ForecastChart({ forecast }: { readonly forecast: ForecastOfCurrency }) {
  const rows = forecast.rows.slice(0, MOST_BARS);
  const { bars, zero } = barsOf(rows);
  const first = rows[0];
  const last = rows[rows.length - 1];
  return (
    <figure class="chart">
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={`Bars of what will be owed by month, in ${forecast.currency}. The table has the figures.`}
      >
        {bars.map(({ kind, ...box }) => (
          <rect key={kind + box.x} class={kind} {...box} />
        ))}
        <path d={`M0 ${zero}H${WIDTH}`} />
      </svg>
      {rows.length <= ALL_NAMED ? (
        <p class="under-bars small faint" aria-hidden="true">
          {rows.map((row) => (
            <span key={spanText(row)}>{spanText(row)}</span>
          ))}
        </p>
      ) : (
        <p class="line small faint" aria-hidden="true">
          <span>{first && spanText(first)}</span>
          <span>{last && spanText(last)}</span>
        </p>
      )}
      <figcaption class="legend small faint">
        {kinds.map(({ kind, label }) => (
          <span key={kind} class={kind}>
            {label}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}
