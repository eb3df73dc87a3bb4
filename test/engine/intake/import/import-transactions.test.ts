import { importTransactions } from "../../../../src/engine/intake/import/import-transactions";
import type { Currency } from "../../../../src/engine/kernel/money";

const usd = "USD" as Currency;

describe("a team's own file of transactions", () => {
  test("its headers are found whatever tool they come from, and the rest stay columns of the team's own", () => {
    const { mapping, missing } = importTransactions(
      [["Order ID", "customer_email", "Created at", "Gross", "Cur", "Affiliate", "Shop"]],
      usd,
    );

    expect(
      mapping.map((each) => (each.kind === "ours" ? each.column : `own:${each.header}`)),
    ).toEqual(["key", "customer", "date", "amount", "currency", "partner", "own:Shop"]);
    expect(missing).toEqual([]);
  });

  test("a good line becomes a row with a date, a number and its own columns", () => {
    const { rows } = importTransactions(
      [
        ["id", "customer", "date", "amount", "currency", "Shop"],
        ["00123", "c1", "2026-03-01 14:30", "1,200.50", "eur", "Berlin"],
      ],
      usd,
    );

    expect(rows).toEqual([
      {
        line: 2,
        partner: "",
        reasons: [],
        cells: {
          key: "00123",
          customer: "c1",
          date: { day: "2026-03-01", time: "14:30:00" },
          amount: 1200.5,
          currency: "eur",
          Shop: "Berlin",
        },
      },
    ]);
  });

  test("a bad line is not lost: it keeps its text, its line number and every reason", () => {
    const { rows } = importTransactions(
      [
        ["id", "customer", "date", "amount", "currency"],
        ["a", "", "soon", "12o.00", "USD"],
        ["a", "c2", "2026-01-01", "5", "DOLLAR"],
      ],
      usd,
    );

    expect(rows.map(({ line }) => line)).toEqual([2, 3]);
    expect(rows[0]?.cells).toMatchObject({ date: "soon", amount: "12o.00" });
    expect(rows[0]?.reasons).toEqual([
      "customer is blank",
      "“soon” is not a date; write it as 2026-03-31",
      "“12o.00” is not a number. Type it in digits, for example 12.50.",
    ]);
    expect(rows[1]?.reasons).toEqual([
      "“DOLLAR” is not a currency code such as USD or EUR.",
      "the key “a” is also in line 2",
    ]);
  });

  test("dates with slashes are read where the file itself tells the order, and never guessed", () => {
    const column = (...dates: readonly string[]) =>
      importTransactions([["date"], ...dates.map((date) => [date])], usd).rows.map(
        ({ cells }) => cells.date,
      );

    expect(column("03/04/2026", "25/04/2026")).toEqual([
      { day: "2026-04-03", time: "" },
      { day: "2026-04-25", time: "" },
    ]);
    expect(column("03/04/2026")).toEqual(["03/04/2026"]);
  });

  test("decimal commas are read where most amounts have them", () => {
    const { rows } = importTransactions([["amount"], ["1.200,50"], ["99,9"]], usd);

    expect(rows.map(({ cells }) => cells.amount)).toEqual([1200.5, 99.9]);
  });

  test("a file without the columns that matter says which", () => {
    expect(importTransactions([["id", "amount"]], usd).missing).toEqual(["customer", "date"]);
  });
});
