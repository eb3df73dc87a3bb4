import { kill, openHost } from "../support/host";

type Driver = Awaited<ReturnType<typeof openHost>>;

const draft = JSON.stringify({
  name: "=Tenth",
  event: "transaction created",
  action: "grant a reward",
  percent: "10",
  rules: '{"all":[{"fact":"transaction.Amount","operator":"greaterThanInclusive","value":100}]}',
});

const openSales = async (): Promise<Driver> => {
  const host = await openHost({ now: "2026-03-01", timeZone: "Europe/London" });
  await host.rpc("set-up", {});
  host.append("Partners", [{ Key: "ann", Name: "@Ann" }]);
  host.append("Customers", [
    { Key: "acme", Name: "Acme", Partner: "ann", "Created on": "2026-03-01" },
  ]);
  host.append("Transactions", [
    { Key: "T1", Customer: "acme", Date: "2026-03-01", Amount: 120 },
    { Key: "T2", Customer: "acme", Date: "2026-03-01", Amount: 1500, Currency: "JPY" },
    { Key: "T3", Customer: "acme", Date: "2026-03-01", Amount: 20 },
  ]);
  return host;
};
const cells = (host: Driver, tab: string): readonly (readonly unknown[])[] => {
  const sheet = host.workbook.sheets.find(({ name }) => name === tab);
  return (sheet?.rows ?? []).map((row) => row?.cells ?? []);
};

test("a backtest's result goes into a new tab, as text, days and numbers, and nothing else changes but Activity", async () => {
  const host = await openSales();
  const others = () =>
    JSON.stringify(host.sheetNames().map((name) => [name, host.rows(name).length]));
  const before = others();

  const reply = await host.rpc("write-backtest", { draft });

  const tab = "Backtest 2026-03-01 =Tenth";
  expect(reply).toEqual({ ok: true, output: { tab } });
  const written = cells(host, tab);
  expect(written.map(([first]) => first)).toContain("Backtest of “=Tenth”");
  expect(written).toContainEqual(["2026-03", "ann", "@Ann", 1, 12, "USD"]);
  expect(written).toContainEqual(["2026-03", "ann", "@Ann", 1, 150, "JPY"]);
  expect(written.find((row) => row[1] === "T3")).toMatchObject({ 5: "20" });
  expect(host.rows("Activity").at(-1)).toMatchObject({ What: "Wrote a backtest", To: tab });
  expect(JSON.parse(before)).toEqual(
    (JSON.parse(others()) as [string, number][])
      .filter(([name]) => name !== tab)
      .map(([name, rows]) => [name, name === "Activity" ? rows - 1 : rows]),
  );
  await host.close();
});

test("a second report on the same day has its own tab, and the team's notes in the first stay", async () => {
  const host = await openSales();
  await host.rpc("write-backtest", { draft });

  const reply = await host.rpc("write-backtest", { draft });

  expect(reply).toEqual({ ok: true, output: { tab: "Backtest 2026-03-01 =Tenth (2)" } });
  await host.close();
});

test.each(["none", "all"] as const)(
  "interrupted anywhere with %s of its writes done, a tab holds the whole report or nothing",
  async (arrived) => {
    let whole = "";
    for (let at = 1, reached = true; reached; at += 9) {
      const host = await openSales();
      reached = false;
      host.onServiceCall((_, number) => {
        if (number !== at) return;
        reached = true;
        throw kill(arrived);
      });
      await host.rpc("write-backtest", { draft }).catch(() => undefined);
      host.onServiceCall(null);
      const tab = host.sheetNames().find((name) => name.startsWith("Backtest"));
      const held = tab === undefined ? "" : JSON.stringify(cells(host, tab));
      if (!reached) whole = held;
      else if (cells(host, tab ?? "").some((row) => row.some((cell) => cell !== ""))) {
        expect(held).toContain("one condition short");
      }
      await host.close();
    }
    expect(whole).toContain("one condition short");
  },
);
