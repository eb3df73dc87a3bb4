import { ask } from "../../support/small-program";
import { closeBrowser, type OpenSidebar, openSidebar, type Rows } from "./open-sidebar";

afterAll(closeBrowser);

const rate = {
  Key: "trg_rate",
  Name: "Rate",
  State: "active",
  Order: 1,
  Event: "transaction created",
  Action: "grant a reward",
  Percent: "20",
  "Offer description": "20 % of each sale",
};
const sale = (Key: string, Amount: number, on: string) => ({
  Key,
  Customer: Amount > 200 ? "cus_2" : "cus_1",
  Date: on,
  Amount,
});
const rows: Rows = {
  Partners: [
    { Key: "ptn_a", Name: "Ada Berg", "E-mail": "ada@berg.example" },
    { Key: "ptn_b", Name: "Bela Castro" },
  ],
  Customers: [
    { Key: "cus_1", Name: "Harbor Tea", Partner: "ptn_a", "Created on": "2026-01-10" },
    { Key: "cus_2", Name: "Maple Bikes", Partner: "ptn_b", "Created on": "2026-01-12" },
  ],
  Triggers: [rate],
  Transactions: [
    sale("trx_1", 100, "2026-02-20"),
    sale("trx_2", 458.92, "2026-02-22"),
    sale("trx_3", 150, "2026-02-25"),
  ],
};

/** The program began in January, and has judged these sales. */
async function begin(host: OpenSidebar["host"]): Promise<void> {
  host.type("Settings", { Key: "program start" }, "Value", "2026-01-01");
  await ask(host, "run", { kind: "by hand" });
}

describe("the review of rewards", () => {
  let open: OpenSidebar;
  const press = (key: string) => open.page.keyboard.press(key);
  const button = (name: string | RegExp) => open.frame.getByRole("button", { name, exact: true });
  const says = (text: string | RegExp) => open.frame.getByText(text).first().waitFor();
  const statuses = () =>
    Object.fromEntries(
      open.host
        .rows("Rewards")
        .map((row) => [row.Transaction, [row.Status, row.Reason].join(" ").trim()]),
    );
  beforeEach(async () => {
    open = await openSidebar({ rows, now: "2026-02-27", before: begin });
    await open.go("Review");
    await says("Ada Berg");
  });
  afterEach(() => open.close());

  it("moves from reward to reward by keyboard alone: next, approve, hold, decline with a reason", async () => {
    await open.screenshot("review");
    await button(/^Ada Berg/)
      .first()
      .focus();
    await press("n");
    await open.focused("Bela Castro");
    await press("a");
    await says("1 reward approved: Bela Castro, $91.78.");
    await open.focused("Ada Berg");

    await press("d");
    await open.page.keyboard.type("Bought twice");
    await open.frame.getByRole("textbox", { name: "Reason" }).fill("Bought twice");
    await press("Tab");
    await press("Enter");
    await says("1 reward declined: Ada Berg, $20.00.");
    await open.frame.getByRole("dialog").waitFor({ state: "detached" });

    expect(statuses()).toEqual({
      trx_1: "declined Bought twice",
      trx_2: "approved",
      trx_3: "pending",
    });
    expect(await open.axe()).toEqual([]);
    expect(open.complaints).toEqual([]);
  });

  it("decides on all ticked rewards at once, and undoes it", async () => {
    await open.frame.getByLabel("All shown").check();
    await open.screenshot("review-ticked");
    await button("Hold 3").click();
    await open.frame.getByRole("textbox", { name: "Reason" }).waitFor();
    await open.screenshot("review-reason");
    expect(await open.axe()).toEqual([]);
    await open.frame.getByRole("dialog").getByRole("button", { name: "Hold" }).click();
    await says("Say why; the partner may read it.");
    await open.frame.getByRole("textbox", { name: "Reason" }).fill("Ask Ada first");
    await open.frame.getByRole("dialog").getByRole("button", { name: "Hold" }).click();
    await says("3 rewards held.");
    await says("Nothing to review");
    expect(await open.axe()).toEqual([]);
    expect(Object.values(statuses())).toEqual(Array(3).fill("held Ask Ada first"));

    await button("Undo").click();
    await says("Undone: 3 rewards.");
    await says("Ada Berg");
    expect(Object.values(statuses())).toEqual(Array(3).fill("pending"));
    const acts = open.host.rows("Activity").map(({ What }) => What);
    expect(acts.slice(-2)).toEqual(["Set 3 rewards to held", "Took back the status of 3 rewards"]);
  });

  it("leaves ticked what a failed call did not decide, and holds it with a second click", async () => {
    const many = Array.from({ length: 201 }, (_, i) => sale(`trx_${1000 + i}`, 1, "2026-02-20"));
    open.host.append("Transactions", [...many, sale("trx_old", 1, "2026-01-15")]);
    await ask(open.host, "run", { kind: "by hand" });
    await open.go("Home");
    await open.go("Review");
    await open.frame.getByLabel("All shown").check();
    await button("Hold 205").click();
    const dialog = open.frame.getByRole("dialog");
    await dialog.getByRole("textbox", { name: "Reason" }).fill("Ask Ada first");
    open.server.aim("set-reward-status", "trx_old");
    open.server.fail();
    await dialog.getByRole("button", { name: "Hold" }).click();
    await says("200 rewards held.");
    await dialog.getByRole("heading", { name: "Hold 5 rewards" }).waitFor();

    open.server.mend();
    await dialog.getByRole("button", { name: "Hold" }).click();
    await says("5 rewards held.");
    expect(Object.values(statuses())).toEqual(Array(205).fill("held Ask Ada first"));
  });

  it("shows what was done above the buttons, however many rows of buttons there are", async () => {
    await button(/^Ada Berg/)
      .first()
      .focus();
    await press("a");
    await says(/1 reward approved/);
    await open.frame.getByLabel("All", { exact: true }).check();
    await says("3 rewards");
    await open.frame.getByLabel("All shown").check();
    await open.screenshot("review-toast");
    const said = await open.frame.locator(".toasts").boundingBox();
    const buttons = await open.frame.locator(".actions").boundingBox();

    expect(buttons?.height).toBeGreaterThan(80);
    expect((said?.y ?? 0) + (said?.height ?? 0)).toBeLessThanOrEqual(buttons?.y ?? 0);
  });

  it("shows one at a time with why it exists, filters by status and searches", async () => {
    await button("One at a time").click();
    await open.frame.getByRole("button", { name: /^Ada Berg/ }).focus();
    await press("w");
    await says("20 % of $150.00 = $30.00");
    expect(await open.frame.getByText("Bela Castro").count()).toBe(0);
    await button("Next reward").click();
    await says("Bela Castro");
    await open.screenshot("review-single");
    expect(await open.axe()).toEqual([]);

    await open.frame.getByLabel("Paid", { exact: true }).check();
    await says("No reward found");
    await open.frame.getByLabel("All", { exact: true }).check();
    await open.frame.getByLabel("Find rewards").fill("harbor tea");
    await says("2 rewards");
  });

  it("offers the invoice in review for a released reward, and names what can't move", async () => {
    const { host, frame } = open;
    host.type("Rewards", { Transaction: "trx_1" }, "Reason", "late");
    host.type("Rewards", { Transaction: "trx_1" }, "Status", "held");
    await host.clock.advanceTo("2026-03-02");
    await ask(host, "run", { kind: "by hand" });
    host.type("Rewards", { Transaction: "trx_2" }, "Status", "declined");
    host.type("Rewards", { Transaction: "trx_2" }, "Reason", "twice");

    await frame.getByLabel("All", { exact: true }).check();
    await says("Maple Bikes");
    await frame.getByLabel("All shown").check();
    await button("Approve 3").click();
    await says(
      "2 rewards approved. 1 other not changed ($91.78): A reward that is declined can't be set to approved.",
    );
    await says("1 late reward can still be added to February 2026 · USD.");
    await open.screenshot("review-late");
    expect(await open.axe()).toEqual([]);

    await button("Add to this invoice").click();
    await says("1 reward added to February 2026 · USD.");
    expect(host.rows("Rewards").find(({ Transaction }) => Transaction === "trx_1")).toMatchObject({
      Status: "approved",
      Invoice: "inv_2026-02_USD",
    });
  });
});
