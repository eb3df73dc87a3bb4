import type { Output } from "../../engine/contract/contract";
import { clockText } from "../format/days";
import { text } from "../format/text";

/** What is owed, one line per currency, since currencies are never added up; and the number of running drips. */
export function Figures({ home }: { readonly home: Output<"home"> }) {
  return (
    <section aria-labelledby="figures">
      <h2 id="figures">Key figures</h2>
      <dl class="figures">
        <div>
          <dt class="small faint">Owed to partners</dt>
          {home.owed.length === 0 && <dd class="big">Nothing yet</dd>}
          {home.owed.map(({ currency, amount }) => (
            <dd class="big" key={currency}>
              {text.money(amount, currency)}
            </dd>
          ))}
        </div>
        <div>
          <dt class="small faint">Running drips</dt>
          <dd class="big">{home.runningDrips}</dd>
        </div>
      </dl>
      <p class="small faint">
        As of {text.day(home.asOf.day)}
        {home.asOf.time && `, ${clockText(home.asOf.time)}`}. What you type into cells shows here
        after the next run.
      </p>
    </section>
  );
}
