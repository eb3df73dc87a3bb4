import { useState } from "preact/hooks";
import { text } from "../format/text";
import { Button } from "../parts/button";
import type { Described } from "./use-trigger-draft";

type Preview = NonNullable<Described["preview"]>;

/** Every date and amount, the running total, and the invoice's month (TRIG-21). */
export function Timeline({ preview: { rows, currency } }: { readonly preview: Preview }) {
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? rows : rows.slice(0, 12);
  return (
    <>
      <table>
        <caption class="unseen">Dates and amounts</caption>
        <thead>
          <tr>
            <th scope="col">Date</th>
            <th scope="col">Amount</th>
            <th scope="col">Total</th>
            <th scope="col">Invoice</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ k, due, amount, total, invoiceMonth, note }) => (
            <tr key={k}>
              <td>
                {text.day(due)}
                {note && <span class="faint block small">{text.said(note)}</span>}
              </td>
              <td class="number">{text.money(amount, currency)}</td>
              <td class="number">{text.money(total, currency)}</td>
              <td>{text.shortMonth(invoiceMonth)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length < rows.length && (
        <Button look="text" onClick={() => setShowsAll(true)}>
          Show all {rows.length}
        </Button>
      )}
    </>
  );
}
