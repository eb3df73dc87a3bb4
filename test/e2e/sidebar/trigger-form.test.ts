import { closeBrowser, type OpenSidebar, openSidebar } from "./open-sidebar";

afterAll(closeBrowser);

const rows = {
  Partners: [{ Key: "ann", Name: "Ann Lee" }],
  Customers: [{ Key: "acme", Name: "Acme", Partner: "ann", "Created on": "2026-03-01" }],
};
const saved = {
  Key: "pro",
  Name: "Pro sales",
  State: "active",
  Order: 10,
  Event: "transaction created",
  Action: "grant a reward",
  Percent: 20,
  "Offer description": "A fifth of what your customers pay",
  "Limit per customer": 100,
  "First n of partner": 1,
  From: "2026-01-01",
};

describe("the form of a trigger", () => {
  let open: OpenSidebar;
  const button = (name: string | RegExp) => open.frame.getByRole("button", { name, exact: true });
  const field = (label: string | RegExp) => open.frame.getByLabel(label, { exact: true });
  const box = (name: string) => open.frame.getByRole("textbox", { name, exact: true });
  const kind = (label: string) => open.frame.getByRole("radio", { name: label, exact: true });
  const live = (text: string | RegExp) =>
    open.frame.getByRole("region", { name: "What it would do" }).getByText(text).first().waitFor();
  const offer = () => field(/^Offer description/);
  const offers = (text: string) =>
    open.frame.waitForFunction(
      (wanted) =>
        (document.getElementById("save-trigger-offer") as HTMLTextAreaElement | null)?.value ===
        wanted,
      text,
    );
  const blank = async (look: "light" | "dark" = "light") => {
    open = await openSidebar({ rows, look });
    await open.go("Triggers");
    await button("New trigger").click();
    await button("Blank trigger").click();
    await field("Name").fill("Share");
  };
  afterEach(() => open.close());

  it("shows one kind of amount at a time, with hints that fit it, and brings one back as it was", async () => {
    await blank();
    expect(await box("Percent").count()).toBe(0);
    await field("Amount").fill("50");
    await open.frame.getByText("For each event.").waitFor();
    await kind("Percent").check();
    expect(await field("Amount").count()).toBe(0);
    await box("Percent").fill("20");
    await live(/would earn \$20.00 for the example sale/);
    expect(await open.axe()).toEqual([]);

    await field("Then").selectOption("start a drip");
    await kind("Percent total, split").check();
    await open.frame.getByText("Of the sale. In all. The parts add up to it.").waitFor();
    await field("Occurrences").fill("4");
    await field("Cycle").fill("1");
    await live(/4 rewards of \$5.00/);
    await kind("Flat, each part").check();
    expect(await field("Amount").inputValue()).toBe("50");
    await open.frame.getByText("For each part, not in all.").waitFor();
    await live(/4 rewards of \$50.00/);
    expect(await open.axe()).toEqual([]);

    await field("When").selectOption("customer created");
    await kind("Flat total, split").waitFor();
    expect(await kind("Percent, each part").count()).toBe(0);
    await field("Then").selectOption("move the partner to a group");
    await open.frame.getByText("The partner's new group.").waitFor();
    expect(await open.frame.getByText(/For a (move|drip)/).count()).toBe(0);
    expect(open.complaints).toEqual([]);
  });

  it("keeps what partners read in step with the terms until a person changes it", async () => {
    await blank();
    await field("Amount").fill("50");
    await offers("For each sale: 50.00 USD.");
    await open.frame.getByText("Add a limit").click();
    await button("Once for each partner").click();
    expect(await field("First n of partner").inputValue()).toBe("1");
    await offers("For each sale: 50.00 USD. Only each partner's first such event.");
    await field("Amount").fill("60");
    // Saved at once: what is written is what the terms say by then.
    await button("Save draft").click();
    await open.frame.getByText("1. Share").waitFor();
    const text = "For each sale: 60.00 USD. Only each partner's first such event.";
    expect(open.host.rows("Triggers")[0]).toMatchObject({ "Offer description": text });
    await open.frame
      .getByText("When a transaction is created: $60.00. Only each partner's first such event.")
      .waitFor();

    await button("1. Share").click();
    await offers(text);
    await offer().fill("Sixty for your first sale");
    await field("Amount").fill("70");
    await live(/\$70.00/);
    expect(await offer().inputValue()).toBe("Sixty for your first sale");
    expect(await open.axe()).toEqual([]);
    await button("Write it from the terms").click();
    await offers("For each sale: 70.00 USD. Only each partner's first such event.");
    await offer().fill("Seventy");
    await button("Save draft").click();
    await open.frame.getByText("1. Share").waitFor();
    expect(open.host.rows("Triggers")[0]).toMatchObject({ "Offer description": "Seventy" });
  });

  it("has its limits beside the amount, and says them in the list and the sentence; by keyboard alone", async () => {
    open = await openSidebar({ rows: { ...rows, Triggers: [saved] } });
    await open.go("Triggers");
    await open.frame
      .getByText(
        "When a transaction is created: 20 % of the sale. Only events from Jan 1, 2026. Only each partner's first such event. At most $100.00 for one customer.",
      )
      .waitFor();
    await button("1. Pro sales").click();
    await live(/At most \$100.00 for one customer/);
    expect(await field("Limit per customer").inputValue()).toBe("100");
    expect(await offer().inputValue()).toBe("A fifth of what your customers pay");

    await open.frame.getByText("Add a limit").focus();
    await open.page.keyboard.press("Enter");
    await button("Only one group of partners").focus();
    expect(await open.axe()).toEqual([]);
    await open.screenshot("trigger-limits");
    await open.page.keyboard.press("Enter");
    await open.frame.getByText("Group", { exact: true }).first().waitFor();
    await field("is").fill("Gold");
    await live(/if partner Group is “Gold”/);
  });

  it.each(["light", "dark"] as const)(
    "keeps the sentence in view while one scrolls, in %s",
    async (look) => {
      open = await openSidebar({ rows: { ...rows, Triggers: [saved] }, look });
      await open.go("Triggers");
      await button("1. Pro sales").click();
      await live(/would earn \$20.00/);
      for (const place of ["top", "middle", "bottom"]) {
        await open.frame.locator("main").evaluate((main, at) => {
          const most = main.scrollHeight - main.clientHeight;
          main.scrollTop = at === "top" ? 0 : at === "middle" ? most / 2 : most;
        }, place);
        const isInView = await open.frame.locator(".said").evaluate((said) => {
          const at = said.getBoundingClientRect();
          const main = said.closest("main")?.getBoundingClientRect();
          return main !== undefined && at.top >= main.top - 1 && at.bottom <= main.bottom + 1;
        });
        expect([place, isInView]).toEqual([place, true]);
        await open.screenshot(`trigger-sentence-${place}-${look}`);
      }
      await open.frame.locator("main").evaluate((main) => {
        main.scrollTop = 0;
      });
      await button("Open in a wide dialog").click();
      const wide = await open.wide();
      await wide.getByText(/would earn \$20.00/).waitFor();
      await wide.locator("main").evaluate((main) => {
        main.scrollTop = main.scrollHeight;
      });
      expect(
        await wide.locator(".said").evaluate((said) => said.getBoundingClientRect().top),
      ).toBeGreaterThanOrEqual(0);
      expect(await open.axe(wide)).toEqual([]);
      await open.screenshot(`trigger-sentence-wide-${look}`);
    },
  );
});
