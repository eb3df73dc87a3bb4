import { type MarkerCell, unpacked } from "../../support/unpacked";
import type { Books, Complain } from "./books";

/** Every row whose day has come and that can be judged carries its own marker; numbers are given once. */
export function checkJudged(books: Books, complain: Complain): void {
  const days = { Transactions: "Date", Customers: "Created on", Actions: "Date" } as const;
  for (const [tab, header] of Object.entries(days) as [keyof typeof days, string][]) {
    for (const row of books.rows[tab]) {
      const isRefund = String(row["Refund of"] ?? "") !== "";
      if (isRefund || row.Problems !== "" || String(row[header]) > books.today) continue;
      if (unpacked<MarkerCell>(row.Judged)?.key !== row.Key) {
        complain(`${row.Key} of ${row[header]} is not judged: “${row.Outcome}”`);
      }
    }
  }
}
