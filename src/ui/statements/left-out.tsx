import type { Output } from "../../engine/contract/contract";
import { text } from "../format/text";

/** Who gets no mail, and why. */
export function LeftOut({ notSent: { rows, more } }: Pick<Output<"send-statements">, "notSent">) {
  if (rows.length === 0) return null;
  return (
    <details open={rows.length <= 5}>
      <summary>{text.count(rows.length + more, "partner")} left out</summary>
      <ul class="plain">
        {rows.map(({ partner, name, why }) => (
          <li key={partner}>
            <b>{name}</b> {why}
          </li>
        ))}
        {more > 0 && <li>and {more} more</li>}
      </ul>
    </details>
  );
}
