import { closeBrowser, type OpenSidebar, openSidebar } from "./open-sidebar";

const sale = (n: number) => ({
  Key: `trx_${n}`,
  Customer: n % 2 ? "cus_1" : "cus_2",
  Date: "2026-01-15",
  Amount: 1200,
  Currency: "USD",
});
const rows = {
  Partners: [
    { Key: "ptn_a", Name: "Ada Berg" },
    { Key: "ptn_b", Name: "Bela Castro" },
  ],
  Customers: [
    { Key: "cus_1", Name: "Harbor", Partner: "ptn_a", "Created on": "2026-01-10" },
    { Key: "cus_2", Name: "Maple", Partner: "ptn_b", "Created on": "2026-01-12" },
  ],
  Triggers: [
    {
      Key: "trg_1",
      Name: "Monthly",
      State: "active",
      Event: "transaction created",
      Action: "start a drip",
      Amount: 20,
      Cycle: 1,
      "Cycle unit": "months",
      Occurrences: 6,
      "Offer description": "Yearly plan",
    },
  ],
  Transactions: [sale(1), sale(2)],
};

let open: OpenSidebar;
const button = (name: string | RegExp) => open.frame.getByRole("button", { name });
const says = (words: string | RegExp) => open.frame.getByText(words).first().waitFor();
const drip = (key: string) => open.host.rows("Drips").find((row) => row.Key === key);
const openDrip = async (name: string) => {
  await open.go("Drips");
  await button(new RegExp(`^${name}, drip`)).click();
  await open.frame.getByRole("heading", { name: "Timeline" }).waitFor();
};

beforeAll(async () => {
  open = await openSidebar({
    rows,
    now: "2026-01-10",
    before: async (host) => {
      await host.clock.advanceTo("2026-03-02");
      await host.rpc("run", { kind: "by hand" });
    },
  });
});
afterAll(async () => {
  await open.close();
  await closeBrowser();
});

test("a drip is found, and its timeline says each date, amount, status and payment date", async () => {
  await open.go("Drips");
  await open.frame.getByLabel("Find drips by partner, customer or key").fill("ada");
  await open.frame.getByText("Bela Castro").waitFor({ state: "detached" });
  await open.screenshot("drips");
  expect(await open.axe()).toEqual([]);
  await button(/^Ada Berg, drip/).click();

  await open.frame.getByRole("heading", { name: "Timeline" }).waitFor();
  const lines = await open.frame.locator(".timeline li").allInnerTexts();
  expect(lines.map((line) => line.replace(/\s+/g, " "))).toEqual([
    // Its payment date is past, so it is no estimate any more (PAYDATE-7).
    "Jan 15, 2026 Approved $20.00 1 · total $20.00",
    expect.stringMatching(/^Feb 15, 2026 Pending \$20\.00 2 · total \$40\.00 · est\./),
    expect.stringMatching(/^Mar 15, 2026 To come \$20\.00 3 · total \$60\.00 · est\. .* Skip$/),
    expect.stringMatching(/^Apr 15, 2026 To come/),
    expect.stringMatching(/^May 15, 2026 To come/),
    expect.stringMatching(/^Jun 15, 2026 To come \$20\.00 6 · total \$120\.00/),
  ]);
  await open.frame.getByText("Why it was started").click();
  await says(/Monthly/);
  await open.screenshot("drip");
  expect(await open.axe()).toEqual([]);
  await open.go("Drips");
  await open.frame.getByLabel("Find drips by partner, customer or key").fill("");
});

test("the next occurrence is skipped by keyboard, and made after all", async () => {
  await openDrip("Ada Berg");
  await button("Skip the occurrence of Mar 15, 2026").focus();
  await open.page.keyboard.press("Enter");
  await says("The occurrence of Mar 15, 2026 is skipped.");
  expect(drip("drip_trx_1/trg_1")).toMatchObject({ Skipped: "[1,[3]]", Lost: 20, "To come": 60 });
  expect(await open.axe()).toEqual([]);

  await open.frame.getByRole("button", { name: "Undo", exact: true }).click();
  await says("The occurrence of Mar 15, 2026 is no longer skipped.");
  expect(drip("drip_trx_1/trg_1")).toMatchObject({ Skipped: "", Lost: 0, "To come": 80 });
});

test("a drip is paused, and resuming asks what to do with what fell due", async () => {
  await openDrip("Bela Castro");
  await button("Pause").click();
  await says(/^Paused: no rewards are made/);
  await open.host.clock.advanceTo("2026-04-20");

  await open.frame.getByRole("button", { name: "Resume" }).first().click();
  await open.frame
    .getByRole("dialog")
    .getByText("Make the rewards that fell due meanwhile?")
    .waitFor();
  await says("$40.00 in total");
  await open.screenshot("drip-resume");
  expect(await open.axe()).toEqual([]);
  await button("Forfeit them").click();

  await says("Resumed with its original dates.");
  expect(drip("drip_trx_2/trg_1")).toMatchObject({
    Skipped: "[1,[3,4]]",
    "Paused on": "",
    Lost: 40,
  });
});

test("a drip is ended on a later day, the end withdrawn, ended today, and continued", async () => {
  await openDrip("Bela Castro");
  await button("End drip").click();
  const dialog = open.frame.getByRole("dialog");
  await dialog.getByText("2 rewards, May 15, 2026 to Jun 15, 2026").waitFor();
  await dialog.getByRole("button", { name: "End drip" }).click();
  await says("Enter a reason.");
  await dialog.getByLabel("Reason").fill("notice given");
  await dialog.getByLabel(/Ends on/).fill("2026-05-31");
  await dialog.getByText("1 reward, Jun 15, 2026").waitFor();
  await open.screenshot("drip-end");
  expect(await open.axe()).toEqual([]);
  await dialog.getByRole("button", { name: "End drip" }).click();
  await says(/^1 drip ended on May 31, 2026\. \$20\.00 will not be made\./);
  expect(drip("drip_trx_2/trg_1")).toMatchObject({ Status: "Created", "To come": 20, Lost: 60 });

  await button("Withdraw end").first().click();
  await says("The end is withdrawn: the drip keeps running.");
  await button("End drip").click();
  await dialog.getByLabel("Reason").fill("left");
  await dialog.getByText("2 rewards, May 15, 2026 to Jun 15, 2026").waitFor();
  await dialog.getByRole("button", { name: "End drip" }).click();
  await says(/^1 drip ended\. \$40\.00 will not be made\./);

  await button("Continue").click();
  await says(
    /^2 rewards that were never made, \$40\.00 in total, from May 15, 2026 to Jun 15, 2026/,
  );
  await dialog.getByRole("button", { name: "Continue" }).click();
  await says("This drip continues one that ended.");
  expect(drip("drip_trx_2/trg_1+")).toMatchObject({ "To come": 40, Continues: "drip_trx_2/trg_1" });
  await open.screenshot("drip-continued");
  expect(await open.axe()).toEqual([]);
});

test("several drips are ticked and ended at once; a failing server loses nothing that was typed", async () => {
  await open.go("Drips");
  const ticks = open.frame.getByRole("checkbox", { name: /^Choose the drip/ });
  await ticks.nth(1).waitFor();
  for (const tick of await ticks.all()) await tick.check();
  await button("End 2 drips").click();
  const dialog = open.frame.getByRole("dialog");
  await dialog.getByLabel("Reason").fill("program closes");
  await dialog.getByText("Drip by drip").click();
  await open.screenshot("drips-end");
  expect(await open.axe()).toEqual([]);
  open.server.fail();
  await dialog.getByRole("button", { name: "End 2 drips" }).click();
  await dialog
    .getByText(/Google returned an error/)
    .first()
    .waitFor();
  open.server.mend();
  expect(await dialog.getByLabel("Reason").inputValue()).toBe("program closes");
  await dialog.getByRole("button", { name: "End 2 drips" }).click();

  await says(/^2 drips ended\./);
  expect(
    open.host
      .rows("Drips")
      .filter(({ Key }) => Key)
      .map(({ Status }) => Status),
  ).toEqual(Array(3).fill("Terminated"));
  expect(open.complaints).toEqual([]);
});
