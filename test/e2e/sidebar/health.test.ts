import { closeBrowser, type OpenSidebar, openSidebar } from "./open-sidebar";
import { smallSales } from "./small-sales";

afterAll(closeBrowser);

const rows = smallSales;

describe("the health check", () => {
  let open: OpenSidebar;
  afterEach(() => open.close());
  const button = (name: string | RegExp) => open.frame.getByRole("button", { name });
  const gone = async (look: "light" | "dark" = "light") => {
    open = await openSidebar({
      rows,
      look,
      run: true,
      before: async (host) => {
        host.deleteRow("Rewards", { Key: "T1/rate" });
        host.deleteRow("Transactions", { Key: "T2" });
      },
    });
    await open.go("Health check");
  };

  it("of a sound program says that all is well", async () => {
    open = await openSidebar({ rows, run: true });
    await open.go("Health check");
    await open.frame.getByText("Everything is fine").waitFor();
    expect(await open.axe()).toEqual([]);
  });

  it("restores a deleted reward on hold with one click, and reports it", async () => {
    await gone();
    await open.frame.getByRole("heading", { name: "Deleted rewards (1)" }).waitFor();
    expect(await open.axe()).toEqual([]);
    await open.screenshot("health");

    await button("Restore it, on hold: T1/rate").click();

    await open.frame.getByText("Restored T1/rate.").waitFor();
    await open.frame.getByText("Deleted rewards (1)").waitFor({ state: "detached" });
    const restored = open.host.rows("Rewards").find(({ Key }) => Key === "T1/rate");
    expect([restored?.Amount, restored?.Status]).toEqual([20, "held"]);
    const lines = open.host.rows("Activity").map(({ What }) => What);
    expect(lines[lines.length - 1]).toBe("Restored T1/rate");
  });

  it("declines a reward whose sale was deleted, by keyboard alone, in dark mode", async () => {
    await gone("dark");
    await button("Decline it: T2/rate").waitFor();
    expect(await open.axe()).toEqual([]);
    await open.screenshot("health-dark");
    await button("Decline it: T2/rate").focus();
    await open.page.keyboard.press("Enter");
    await open.frame.getByText("Declined T2/rate.").waitFor();
    const declined = open.host.rows("Rewards").find(({ Key }) => Key === "T2/rate");
    expect([declined?.Status, declined?.Reason]).toEqual([
      "declined",
      "the row it was made for was deleted",
    ]);
    expect(open.complaints).toEqual([]);
  });

  it("says that a run is in progress, and repairs afterwards", async () => {
    await gone();
    await button("It is void: T1/rate").waitFor();
    open.server.holdLock();
    await button("It is void: T1/rate").click();
    await open.frame.getByText(/A run is in progress/).waitFor();
    open.server.mend();
    await button("It is void: T1/rate").click();
    await open.frame.getByText("Declared T1/rate void.").waitFor();
    const sale = open.host.rows("Transactions").find(({ Key }) => Key === "T1");
    expect(sale?.Outcome).toMatch(/what rate made is void$/);
  });
});
