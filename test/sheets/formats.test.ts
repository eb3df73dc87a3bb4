import { readDisplay } from "../../host/workbook";
import { openHost } from "../support/host";
import { ask } from "../support/small-program";

test("each reward shows the decimals of its own currency", async () => {
  const host = await openHost({ now: "2026-01-10", timeZone: "UTC" });
  await ask(host, "set-up", {});
  host.append("Partners", [{ Key: "ptn_1", Name: "Ada" }]);
  host.append("Customers", [{ Key: "cus_1", Partner: "ptn_1", "Created on": "2026-01-10" }]);
  host.append("Triggers", [
    {
      Key: "trg_1",
      Name: "Rate",
      State: "active",
      Event: "transaction created",
      Action: "grant a reward",
      Percent: "15",
    },
  ]);
  host.append("Transactions", [
    { Key: "trx_1", Customer: "cus_1", Date: "2026-01-10", Amount: 1000, Currency: "JPY" },
    { Key: "trx_2", Customer: "cus_1", Date: "2026-01-10", Amount: 458.92, Currency: "USD" },
    { Key: "trx_3", Customer: "cus_1", Date: "2026-01-10", Amount: 1.234, Currency: "KWD" },
  ]);
  await ask(host, "run", { kind: "by hand" });

  expect(shown(host, "Rewards", "Amount")).toEqual(["150", "68.84", "0.185"]);
});

function shown(host: Awaited<ReturnType<typeof openHost>>, tab: string, header: string) {
  const sheet = host.workbook.sheets.find(({ name }) => name === tab);
  if (!sheet) throw new Error(`There is no tab ${tab}`);
  const column = Object.keys(host.rows(tab)[0] ?? {}).indexOf(header) + 1;
  const rows = host.rows(tab).length;
  return readDisplay(host.workbook, sheet, { row: 2, column, rows, columns: 1 });
}
