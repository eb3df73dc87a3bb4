import { openProgram, smallProgram } from "./support/program";

const [share] = smallProgram.Triggers ?? [];
const tabs = {
  ...smallProgram,
  Triggers: [{ ...share, "First n events": 1 }],
  Transactions: (smallProgram.Transactions ?? []).slice(0, 1),
};
const next = { Key: "trx_2", Customer: "cus_1", Date: "2026-03-10", Amount: 100, Currency: "USD" };

test.each([
  "Key",
  "Partner",
  "Amount",
  "Currency",
  "Status",
  "Earned on",
  "Customer",
  "Transaction",
  "Source",
  "Trigger",
])(
  "an error in *%s* of a reward is told at its cell, and the reward uses up the first sale all the same (CELL-2d)",
  async (column) => {
    // Given a reward for the customer's first sale, of which a cell shows an error
    const host = await openProgram(tabs);
    await host.fire("onDaily");
    expect(host.rows("Rewards").map(({ Key }) => Key)).toEqual(["trx_1/trg_1"]);
    host.type("Rewards", { Key: "trx_1/trg_1" }, column, "#N/A");
    host.append("Transactions", [next]);

    // When the next sale is processed
    await host.fire("onDaily");

    // Then it earns nothing, and the error is one problem, at its cell
    expect(host.rows("Rewards")).toHaveLength(1);
    const place = Object.keys(host.rows("Rewards")[0] ?? {}).indexOf(column);
    const cell = `${String.fromCharCode(65 + place)}2`;
    const told = Object.entries(host.notes("Rewards")).filter(([at]) => /[A-Z]2$/.test(at));
    expect(told).toEqual([[cell, expect.stringContaining("#N/A")]]);
  },
);
