import { text } from "../format/text";

/** A line of a statement as it is drawn: a reward, a payout, a part to come, or a sum. */
export interface Line {
  readonly key: string;
  readonly label: string;
  readonly about?: string | undefined;
  readonly amount: { readonly text: string; readonly currency: string };
  readonly isSum?: boolean;
}

/** A titled table of lines, and how many more there are. Nothing without lines. */
export function StatementLines(props: {
  readonly title: string;
  readonly lines: readonly Line[];
  readonly more?: number;
  readonly of?: { readonly more: number; readonly total: Line["amount"] };
}) {
  const { title, lines, of } = props;
  if (lines.length === 0) return null;
  const more = of?.more ?? props.more ?? 0;
  const all = of
    ? [...lines, { key: "sum", label: "In all", amount: of.total, isSum: true }]
    : lines;
  return (
    <table class="sums">
      <caption class="group-label">{title}</caption>
      <tbody>
        {all.map(({ key, label, about, amount, isSum = false }: Line) => (
          <tr key={key} class={isSum ? "strong" : undefined}>
            <th scope="row">
              {label}
              {about && <span class="block small faint">{about}</span>}
            </th>
            <td class="figure">{text.money(amount.text, amount.currency)}</td>
          </tr>
        ))}
      </tbody>
      {more > 0 && (
        <tfoot>
          <tr>
            <td colSpan={2}>and {more} more, all in the tab</td>
          </tr>
        </tfoot>
      )}
    </table>
  );
}
