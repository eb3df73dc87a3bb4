import { closeBrowser, type OpenSidebar, openSidebar } from "./open-sidebar";

afterAll(closeBrowser);

const partners = [
  { Key: "ann", Name: "Ann Lee", "E-mail": "ann@lee.example", Group: "Gold" },
  { Key: "00123", Name: "Zoé Ångström", "E-mail": "zoe@alpen.example" },
  { Key: "old", Name: "Old Friend", Status: "archived" },
];

describe("the list of partners", () => {
  let open: OpenSidebar;
  const row = (name: string | RegExp) => open.frame.locator(".partner-row", { hasText: name });
  const search = () => open.frame.getByLabel("Find a partner by name, e-mail or key");
  afterEach(() => open.close());

  it("finds by name, e-mail and key, ignoring accents, and opens one by keyboard", async () => {
    open = await openSidebar({ rows: { Partners: partners } });
    await open.go("Partners");
    await open.frame.getByText("3 partners").waitFor();
    expect(await open.axe()).toEqual([]);
    await open.screenshot("partners");

    await search().fill("angstrom");
    await open.frame.getByText("1 partner", { exact: true }).waitFor();
    await search().fill("00123");
    await row("Zoé Ångström").waitFor();
    await search().fill("nobody");
    await open.frame.getByText("No partner found").waitFor();
    expect(await open.axe()).toEqual([]);

    await search().fill("");
    await row("Ann Lee").focus();
    await open.page.keyboard.press("ArrowDown");
    await open.focused("Old Friend");
    await open.page.keyboard.press("Enter");
    await open.frame.getByRole("heading", { name: "Old Friend", level: 1 }).waitFor();
    expect(open.complaints).toEqual([]);
  });

  it("says what to do when there are none, and when the list could not be loaded", async () => {
    open = await openSidebar({});
    await open.go("Partners");
    await open.frame.getByText("No partners yet").waitFor();
    expect(await open.axe()).toEqual([]);

    open.server.fail();
    await open.frame.getByRole("button", { name: "Refresh" }).click();
    await open.frame.getByRole("alert").waitFor();
    expect(await open.axe()).toEqual([]);
    open.server.mend();
    open.host.append("Partners", [{ Key: "new", Name: "New One" }]);
    await open.frame.getByRole("button", { name: "Try again" }).click();
    await row("New One").waitFor();
  });

  it("mails the statements of the last month opened, after saying who can't get one", async () => {
    const reward = (partner: string) => ({
      Key: `rew_${partner}`,
      Partner: partner,
      Description: "Bonus",
      Amount: 5,
      Currency: "USD",
      Status: "pending",
      "Earned on": "2026-03-02",
      Source: "manual",
      Accepted: "pending 5.00",
    });
    open = await openSidebar({
      rows: { Partners: partners, Rewards: ["ann", "00123", "old"].map(reward) },
      before: async ({ type }) => {
        type("Settings", { Key: "program start" }, "Value", "2026-02-01");
        type("Settings", { Key: "last month opened" }, "Value", "2026-02");
      },
    });
    const mailStatements = () =>
      open.frame.getByRole("button", { name: "Mail statements", exact: true }).click();
    await open.go("Partners");
    await mailStatements();
    await open.frame.getByText("Mailing partners is turned off in Settings.").waitFor();
    expect(await open.frame.getByRole("button", { name: "Send", exact: true }).count()).toBe(0);
    expect(await open.axe()).toEqual([]);
    await open.screenshot("mailing-off");
    await open.frame.getByRole("button", { name: "Turn on mailing" }).click();
    await open.frame.getByText("2 statements for February 2026 are ready.").waitFor();
    await open.frame.getByText("There is no e-mail address on Partners.").waitFor();
    expect(await open.axe()).toEqual([]);
    await open.screenshot("mail-statements");

    await open.frame.getByRole("button", { name: "Send", exact: true }).click();
    await open.frame.getByRole("status").filter({ hasText: "2 statements sent." }).waitFor();
    expect(open.host.outbox().flatMap(({ to }) => to)).toEqual([
      "zoe@alpen.example",
      "ann@lee.example",
    ]);
    await mailStatements();
    await open.frame.getByText("It was already sent.").first().waitFor();
    expect(await open.frame.getByRole("button", { name: "Send", exact: true }).count()).toBe(0);
  });

  it("draws typed text immediately with 10,000 partners, of whom only visible ones are in the page", async () => {
    open = await openSidebar({
      rows: {
        Partners: Array.from({ length: 10_000 }, (_, i) => ({
          Key: `ptn_${i}`,
          Name: `Partner ${(i * 7919) % 10_000}`,
          "E-mail": `partner.${i}@example.com`,
          Group: "Gold",
        })),
      },
    });
    await open.go("Partners");
    await open.frame.getByText("10,000 partners", { exact: true }).waitFor({ timeout: 30_000 });

    const times = await open.frame.evaluate(async () => {
      const input = document.querySelector<HTMLInputElement>("#partners-search");
      const list = document.querySelector(".pages");
      if (!input || !list) throw new Error("There is no list.");
      const taken: number[] = [];
      for (const typed of ["p", "pa", "partner 99", "9", "99", "999", "partner.42", ""]) {
        const begun = performance.now();
        input.value = typed;
        input.dispatchEvent(new InputEvent("input", { bubbles: true }));
        await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
        void list.getBoundingClientRect().height;
        taken.push(performance.now() - begun);
      }
      return taken;
    });

    expect(await open.frame.locator(".partner-row").count()).toBeLessThan(60);
    await open.frame.locator(".partner-row").first().focus();
    await open.page.keyboard.press("End");
    await open.focused("Partner 9999");
    await open.page.keyboard.press("ArrowUp");
    await open.focused("Partner 9998");
    await open.page.keyboard.press("Home");
    await open.focused("Partner 0");
    expect(await open.frame.locator(".partner-row").count()).toBeLessThan(60);
    await search().fill("partner.4242@");
    await row("partner.4242@example.com").waitFor();
    await open.frame.getByText("1 partner", { exact: true }).waitFor();
    const worst = Math.max(...times).toFixed(0);
    console.info(`A key in the search among 10,000 partners is drawn in at most ${worst} ms.`);
  });
});
