import { refusesAll } from "../../support/refusing-rule";
import { closeBrowser, type OpenSidebar, openSidebar } from "./open-sidebar";
import { saleOf, smallSales } from "./small-sales";

afterAll(closeBrowser);

const rows = { ...smallSales, Transactions: [saleOf("T1"), saleOf("T2", "a lot")] };

describe("home", () => {
  let open: OpenSidebar;
  afterEach(() => open.close());
  const attention = () => open.frame.locator("section", { hasText: "Needs attention" }).first();
  const activeCell = () => {
    const { sheetId, rect } = open.host.state.slot<{
      readonly sheetId: number;
      readonly rect: { readonly row: number; readonly column: number };
    }>("spreadsheet.active", Object as never);
    const sheet = open.host.workbook.sheets.find(({ id }) => id === sheetId);
    return [sheet?.name, sheet?.rows[rect.row - 1]?.cells[rect.column - 1]];
  };

  it("reports a bad cell and goes to it, wherever the row has been sorted", async () => {
    open = await openSidebar({ rows, run: true });
    await attention().getByText("1 problem in the sheets").waitFor();
    open.host.sort("Transactions", "Key", { descending: true });

    await open.frame.getByRole("button", { name: "Show Transactions › T2 › Amount" }).click();

    await open.frame.getByText(/^Selected \w+ on Transactions\.$/).waitFor();
    expect(activeCell()).toEqual(["Transactions", "a lot"]);
    expect(await open.axe()).toEqual([]);
    await open.screenshot("home");
    expect(open.complaints).toEqual([]);
  });

  it("reports what Google refuses, retries it, and gives up after a confirmation (REFUSAL-1)", async () => {
    open = await openSidebar({
      rows,
      before: async (host) => {
        host.validate("Transactions", "Outcome", refusesAll);
        await host.rpc("run", { kind: "by hand" });
      },
    });
    const refused = open.frame.getByText("Google refused some writes.");
    await refused.waitFor();
    await open.frame.getByRole("button", { name: "Show Transactions › T1 › Outcome" }).waitFor();
    await open.frame.getByRole("button", { name: "Try again" }).click();
    await refused.waitFor();
    await open.frame.getByRole("button", { name: "Give up…" }).click();
    await open.frame.getByText("Give them up?").waitFor();
    expect(await open.axe()).toEqual([]);
    await open.screenshot("home-refused");
    await open.frame.getByRole("button", { name: "Keep them" }).click();
    await open.screenshot("home-refused-list");
    await open.frame.getByRole("button", { name: "Give up…" }).click();
    await open.frame.getByRole("button", { name: "Give up", exact: true }).click();
    await open.frame.getByText("Given up. Activity says what it was.").waitFor();
    await refused.waitFor({ state: "detached" });
    expect(open.host.rows("Activity").map(({ What }) => What)).toContain(
      "Gave up what Google refused to write.",
    );
  });

  it("says so when a cell no longer exists", async () => {
    open = await openSidebar({ rows, run: true });
    await attention().getByText("1 problem in the sheets").waitFor();
    open.host.deleteRow("Transactions", { Key: "T2" });
    await open.frame.getByRole("button", { name: "Show Transactions › T2 › Amount" }).click();
    await open.frame.getByText(/no longer in the spreadsheet/).waitFor();
  });

  it("counts what the health check found, and links to it and to what waits for review", async () => {
    open = await openSidebar({
      rows,
      run: true,
      before: async (host) => {
        host.deleteRow("Rewards", { Key: "T1/rate" });
        await host.clock.advanceTo("2026-03-03 12:00");
      },
    });
    await attention().getByRole("button", { name: "Health check: 1 finding" }).click();
    await open.frame.getByRole("heading", { level: 1, name: "Health check" }).waitFor();
    expect(await open.axe()).toEqual([]);
    await open.frame.getByRole("button", { name: "Back" }).click();
    await open.frame.getByRole("heading", { level: 1, name: "Partner program" }).waitFor();
  });

  it("lists overdue payouts, and links to their invoice", async () => {
    open = await openSidebar({
      rows: { ...smallSales, Transactions: [saleOf("T1")] },
      run: true,
      before: async (host) => {
        await host.clock.advanceTo("2026-04-20 12:00");
      },
    });
    await attention().getByRole("button", { name: "1 payout overdue" }).waitFor();
    expect(await open.axe()).toEqual([]);
    await open.screenshot("home-overdue");
    await attention().getByRole("button", { name: "1 payout overdue" }).click();
    await open.frame
      .getByText(/^Overdue since/)
      .first()
      .waitFor();
  });

  it("runs now, and shows the result", async () => {
    open = await openSidebar({ rows });
    await open.frame.getByRole("button", { name: "Run now" }).click();
    await open.frame
      .getByText(/3 rows processed, 1 reward made/)
      .first()
      .waitFor();
    await attention().getByRole("button", { name: "1 reward to review" }).waitFor();
    expect(open.host.rows("Rewards").map(({ Key }) => Key)).toEqual(["T1/rate"]);
  });

  it("says that the schedule has not run, after the invoice in review and before the health check", async () => {
    open = await openSidebar({
      rows,
      run: true,
      before: async (host) => {
        await host.clock.advanceTo("2026-04-01 12:00");
        host.workbook.extras.triggers = [];
        await host.clock.advanceTo("2026-04-03 12:00");
      },
    });
    await attention()
      .getByText(/has not run for \d+ hours/)
      .waitFor();
    const text = await attention().innerText();
    expect(text.indexOf("problem")).toBeLessThan(text.indexOf("Invoice March 2026"));
    expect(text.indexOf("Invoice March 2026")).toBeLessThan(text.indexOf("has not run"));
    expect(await open.axe()).toEqual([]);
    await open.screenshot("home-missed-runs");
  });

  it("in a copy asks what it is, refuses to run until answered, and then runs", async () => {
    open = await openSidebar({
      rows,
      before: async ({ workbook }) => {
        const journal = workbook.sheets.find(({ name }) => name === "_journal")?.rows[0];
        if (journal) journal.cells[1] = "the spreadsheet that was copied";
      },
    });
    await open.frame
      .getByText("This spreadsheet is a copy. What is it for?", { exact: false })
      .waitFor();
    expect(await open.axe()).toEqual([]);
    await open.frame.getByRole("button", { name: "Run now" }).click();
    await open.frame.getByText(/First choose whether it is a test copy or the new home/).waitFor();
    expect(open.host.rows("Rewards")).toEqual([]);

    await open.frame.getByRole("button", { name: "Test copy" }).click();
    await open.frame
      .getByText("What is it for? Nothing runs", { exact: false })
      .waitFor({ state: "detached" });
    await open.frame.getByRole("button", { name: "Run now" }).click();
    await open.frame
      .getByText(/1 reward made/)
      .first()
      .waitFor();
  });
});
