import type { Output } from "../../engine/contract/contract";
import { clockText } from "../format/days";
import { text } from "../format/text";
import { show } from "../shell/router";

/** When the program last ran, and what it did. */
export function LastRun({ last }: { readonly last: Output<"home">["lastRun"] }) {
  return (
    <section aria-labelledby="last-run">
      <h2 id="last-run">Last run</h2>
      {last ? (
        <>
          <p>
            {text.day(last.day)}
            {last.time && `, ${clockText(last.time)}`}
          </p>
          <p class="faint">{text.said(last.what)}</p>
          <button type="button" class="link" onClick={() => show({ screen: "activity" })}>
            All activity
          </button>
        </>
      ) : (
        <p class="faint">The program has not run yet.</p>
      )}
    </section>
  );
}
