import type { Output } from "../../engine/contract/contract";
import { text } from "../format/text";

export type ReportOfCurrency = Output<"program-report">["currencies"][number];

/** What a period came to in one currency, and what is owed now, whatever the period. */
export function ReportFigures(props: {
  readonly report: ReportOfCurrency;
  /** There are others: partners and customers have no currency, and are the same beside each. */
  readonly isOneOfSeveral: boolean;
}) {
  const { report, isOneOfSeveral } = props;
  const all = isOneOfSeveral ? ", all currencies" : "";
  const money = (amount: string) => (amount === "" ? "–" : text.money(amount, report.currency));
  const period = [
    [`New partners${all}`, text.number(report.newPartners)],
    [`New customers${all}`, text.number(report.newCustomers)],
    ["Sales", text.number(report.sales)],
    ["Revenue", money(report.revenue)],
    ["Earned", money(report.earned)],
    ["Cost per sale", money(report.costPerSale)],
    ["Paid", money(report.paid)],
  ] as const;
  const now = [
    ["Owed", money(report.owed)],
    ["Overdue", money(report.overdue)],
    ["On hold", money(report.held)],
  ] as const;
  return (
    <>
      <Lines title="In this period" lines={period} />
      <Lines title="Now" lines={now} />
    </>
  );
}

function Lines(props: {
  readonly title: string;
  readonly lines: readonly (readonly [label: string, value: string])[];
}) {
  return (
    <table class="sums">
      <caption class="group-label">{props.title}</caption>
      <tbody>
        {props.lines.map(([label, value]) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td class="figure">{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
