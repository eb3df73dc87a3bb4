import { rateTrigger } from "../../support/rate-trigger";
import { closeBrowser, type OpenSidebar, openSidebar } from "./open-sidebar";

afterAll(closeBrowser);

describe("settings", () => {
  let open: OpenSidebar;
  afterEach(() => open.close());
  const button = (name: string | RegExp) =>
    open.frame.locator("main, footer").getByRole("button", { name, exact: true });
  const field = (label: string) => open.frame.getByLabel(label, { exact: true });
  const setting = (key: string) => open.host.rows("Settings").find(({ Key }) => Key === key)?.Value;
  const begin = async (before?: (host: OpenSidebar["host"]) => Promise<void>) => {
    open = await openSidebar(before ? { before, look: "dark" } : {});
    await open.go("Settings");
    await field("Payout day").waitFor();
  };

  it("shows every setting with its note, and changes one with one line of Activity and the way back", async () => {
    await begin();
    await open.frame.getByText("The day on which payouts are made", { exact: false }).waitFor();
    expect(await open.axe()).toEqual([]);
    await open.screenshot("settings");
    await field("Payout day").fill("20");
    await open.frame.getByLabel("Why").fill("agreed in March");
    await button("Save").click();

    await open.frame.getByText("1 setting changed.").waitFor();
    expect(setting("payout day")).toBe("20");
    const line = open.host.rows("Activity").at(-1);
    expect([line?.What, line?.From, line?.To, line?.Why]).toEqual([
      "Changed a setting",
      "payout day: 13",
      "payout day: 20",
      "agreed in March",
    ]);
    expect(await open.axe()).toEqual([]);

    await open.frame.getByRole("button", { name: "Undo", exact: true }).click();
    await open.frame.waitForFunction(
      "document.getElementById('change-settings-payoutDay').value === '13'",
    );
    expect(setting("payout day")).toBe("13");
  });

  it("shows contradictions at their field, and keeps what was typed", async () => {
    await begin();
    await field("Payout day").fill("5");
    await field("Minimum payout").fill("USD 50");
    await button("Save").click();
    await open.frame.getByText(/must be after the day the review ends/).waitFor();
    expect(await field("Payout day").inputValue()).toBe("5");
    expect(await field("Minimum payout").inputValue()).toBe("USD 50");
    expect(await open.axe()).toEqual([]);
    expect(setting("payout day")).toBe("13");
  });

  it("fixes a setting that can't be read", async () => {
    await begin(async (host) => host.type("Settings", { Key: "payout day" }, "Value", "soon"));
    await open.frame
      .getByText("“soon” is not a number. Type it in digits, for example 12.")
      .waitFor();
    expect(await open.axe()).toEqual([]);
    await open.screenshot("settings-unreadable");
    await field("Payout day").fill("14");
    await button("Save").click();
    await open.frame.getByText("1 setting changed.").waitFor();
    expect(setting("payout day")).toBe("14");
  });

  it("pauses and resumes the program, and says who owns the schedule", async () => {
    await begin();
    await open.frame.getByText("You, ann@example.com").waitFor();
    await button("Pause").click();
    await open.frame.getByText("Paused: runs do nothing").waitFor();
    expect(setting("paused")).toBe("yes");
    await button("Resume").click();
    await button("Pause").waitFor();
    expect(setting("paused")).toBe("no");
  });

  it("shows a notice as it would go, and sends a test to whoever asks (PARTNER-6g)", async () => {
    const sale = { Customer: "cus_1", Date: "2026-03-02", Amount: 100, Currency: "USD" };
    await begin(async (host) => {
      host.append("Partners", [
        { Key: "ptn_1", Name: "Cleo Reyes", "E-mail": "cleo@shop.example" },
      ]);
      host.append("Customers", [
        { Key: "cus_1", Name: "Acme", Partner: "ptn_1", "Created on": "2026-03-02" },
      ]);
      host.append("Triggers", [rateTrigger]);
      host.append("Transactions", [{ Key: "T1", ...sale }]);
      await host.rpc("run", { kind: "by hand" });
    });
    await button("Preview for partners").click();
    await open.frame.getByText("No notice is due now. This is an example.").waitFor();
    await open.frame.getByText("20.00 USD (Waiting for approval", { exact: false }).waitFor();
    expect(await open.axe()).toEqual([]);
    await open.screenshot("notice-preview");
    await open.frame.getByRole("button", { name: "Send me a test", exact: true }).click();
    await open.frame.getByText("A test was sent to ann@example.com.").waitFor();
    expect(open.host.outbox().flatMap(({ to }) => to)).toEqual(["ann@example.com"]);
    expect(open.complaints).toEqual([]);
  });

  it("removes the schedule and installs it again", async () => {
    await begin();
    await button("Remove").click();
    await open.frame.getByText("Nobody", { exact: true }).waitFor();
    expect(await open.host.clock.advanceTo("2026-03-04")).toEqual([]);
    await button("Install").click();
    await open.frame.getByText("You, ann@example.com").waitFor();
    expect((await open.host.clock.advanceTo("2026-03-06")).length).toBeGreaterThan(0);
    expect(await open.axe()).toEqual([]);
    expect(open.complaints).toEqual([]);
  });
});
