import { text } from "../format/text";

/** A line of a table of sums. */
export interface SumLine {
  readonly key: string;
  readonly label: string;
  /** What stands below the label, small. */
  readonly about?: string | undefined;
  readonly amount: { readonly text: string; readonly currency: string };
  readonly isSum?: boolean;
}

/** A table of labelled amounts, with their total and what is left out of it. */
export function SumsTable(props: {
  readonly title: string;
  /** The title is only spoken, since what stands above says it. */
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
        {all.map(({ key, label, about, amount, isSum = false }: SumLine) => (
          <tr key={key} class={isSum ? "strong" : undefined}>
            <th scope="row">
              {label}
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
