import { text } from "../format/text";

/** A line of a table of sums. */
export interface SumLine {
  readonly key: string;
  readonly label: string;
  /** Small text below the label. */
  readonly about?: string | undefined;
  readonly amount: { readonly text: string; readonly currency: string };
  readonly isSum?: boolean;
  /** Opens what the line is about. */
  readonly go?: () => void;
}

/** A table of labelled amounts, with a total and a note about lines left out. */
export function SumsTable(props: {
  readonly title: string;
  /** Hides the title visually, where the screen already says it. */
  readonly isTitleHidden?: boolean;
  readonly lines: readonly SumLine[];
  readonly total?: SumLine["amount"];
  readonly more?: string;
}) {
  const { title, isTitleHidden = false, lines, total, more } = props;
  const all = total
    ? [...lines, { key: "total", label: "Total", amount: total, isSum: true }]
    : lines;
  return (
    <table class="sums">
      <caption class={isTitleHidden ? "unseen" : "group-label"}>{title}</caption>
      <tbody>
        {all.map(({ key, label, about, amount, isSum = false, go }: SumLine) => (
          <tr key={key} class={isSum ? "strong" : undefined}>
            <th scope="row">
              {go ? (
                <button type="button" class="link" aria-haspopup="dialog" onClick={go}>
                  {label}
                </button>
              ) : (
                label
              )}
              {about && <span class="block small faint">{about}</span>}
            </th>
            <td class="figure">{text.money(amount.text, amount.currency)}</td>
          </tr>
        ))}
      </tbody>
      {more && (
        <tfoot>
          <tr>
            <td colSpan={2}>{more}</td>
          </tr>
        </tfoot>
      )}
    </table>
  );
}
