import { Fragment } from "preact";
import type { Output } from "../../engine/contract/contract";
import { text } from "../format/text";
import { Icon } from "../parts/icon";
import { open } from "../shell/router";

/**
 * Payouts that stay out of a payment file, by reason; a name links to the partner, where the details are filled in.
 */
export function LeftOut({ leftOut: { rows, more } }: Pick<Output<"make-payment-file">, "leftOut">) {
  if (rows.length === 0) return null;
  return (
    <details>
      <summary class="line faint">
        {text.count(rows.length + more, "payout")} left out <Icon name="down" />
      </summary>
      <ul class="plain">
        {[...new Set(rows.map(({ why }) => why))].map((reason) => (
          <li key={reason}>
            {reason}{" "}
            {rows
              .filter(({ why }) => why === reason)
              .map(({ payout, partner, partnerName }, i) => (
                <Fragment key={payout}>
                  {i > 0 && ", "}
                  {partner === null ? (
                    <b>{partnerName}</b>
                  ) : (
                    <button
                      type="button"
                      class="link"
                      onClick={() => open({ screen: "partner", about: partner })}
                    >
                      {partnerName}
                    </button>
                  )}
                </Fragment>
              ))}
          </li>
        ))}
      </ul>
    </details>
  );
}
