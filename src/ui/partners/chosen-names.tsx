import { text } from "../format/text";
import type { IndexedPartner } from "./partner-index";

/** At most this many partners are named; the others are counted. */
const NAMED = 8;

/** Who is chosen, by name, and how many of them the list doesn't show: nothing is done to anybody unseen. */
export function ChosenNames(props: {
  readonly partners: readonly IndexedPartner[];
  readonly hidden: number;
}) {
  const { partners, hidden } = props;
  const names = partners.slice(0, NAMED).map(([key, name]) => name || key);
  const more = partners.length - names.length;
  return (
    <>
      <p class="faint">
        {names.join(", ")}
        {more > 0 && ` and ${text.number(more)} more`}
      </p>
      {hidden > 0 && <p class="nudge">{hiddenText(hidden)}</p>}
    </>
  );
}

/** "3 of them are not in the list below." */
export const hiddenText = (hidden: number): string =>
  hidden === 1
    ? "1 of them is not in the list as it is filtered."
    : `${text.number(hidden)} of them are not in the list as it is filtered.`;
