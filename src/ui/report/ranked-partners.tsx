import { text } from "../format/text";
import { joinWithDots } from "../format/words";
import { open } from "../shell/router";
import type { ReportOfCurrency } from "./report-figures";

/** Partners by what they earned in the period; each opens. */
export function RankedPartners({ report }: { readonly report: ReportOfCurrency }) {
  const { currency, partnersRanked: partners, morePartners } = report;
  if (partners.length === 0) return null;
  return (
    <section aria-labelledby="ranked">
      <h2 id="ranked">Partners, by what they earned</h2>
      <ol class="steps">
        {partners.map(({ partner, name, earned, owed, sales, revenue }, at) => (
          <li key={partner}>
            <button
              type="button"
              class="line partner-row"
              onClick={() => open({ screen: "partner", about: partner })}
            >
              <span class="grow">
                <span class="line">
                  <span class="strong grow">
                    {at + 1}. {name}
                  </span>
                  <span class="figure">{text.money(earned, currency)}</span>
                </span>
                <span class="faint block small">
                  {joinWithDots([
                    text.count(sales, "sale"),
                    `revenue ${text.money(revenue, currency)}`,
                    Number(owed) !== 0 && `owed ${text.money(owed, currency)}`,
                  ])}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ol>
      {morePartners > 0 && (
        <p class="faint">
          and {text.count(morePartners, "more partner")}: the dashboard's tab has all.
        </p>
      )}
    </section>
  );
}
