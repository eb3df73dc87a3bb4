import { closeBrowser, type OpenSidebar, openSidebar } from "./open-sidebar";

const bonus = {
  Key: "trg_bonus",
  Name: "Bonus",
  State: "active",
  Event: "transaction created",
  Action: "grant a reward",
  Amount: 10,
};

afterAll(closeBrowser);

const partners = [{ Key: "ptn_a", Name: "Ada Berg" }];

describe("the sidebar as a whole", () => {
  let open: OpenSidebar;
  afterEach(() => open.close());

  it("opens a screen by its tab", async () => {
    open = await openSidebar({ rows: { Partners: partners } });

    await open.go("Partners");
    await open.frame.getByText("Ada Berg").waitFor();

    const tab = open.frame.getByRole("button", { name: "Partners" });
    expect(await tab.getAttribute("aria-current")).toBe("page");
    expect(await open.axe()).toEqual([]);
    expect(open.complaints).toEqual([]);
  });

  it("shows something useful soon after its frame loads", async () => {
    open = await openSidebar({ rows: { Partners: partners } });

    const paint = await open.frame.evaluate(
      () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? -1,
    );

    console.log(`first paint ${Math.round(paint)} ms after the frame began to load (300 wanted)`);
    expect(paint).toBeGreaterThan(0);
  });

  it("opens the other screens from a menu, by keyboard alone", async () => {
    open = await openSidebar();
    const more = open.frame.getByRole("button", { name: "More" });

    await more.focus();
    await open.page.keyboard.press("ArrowDown");
    await open.focused("Record");
    const last = await open.frame.getByRole("menuitem").last().textContent();
    await open.page.keyboard.press("End");
    await open.focused(last ?? "");
    await open.page.keyboard.press("Escape");
    await open.focused("More");
    await open.page.keyboard.press("Enter");
    expect(await open.axe()).toEqual([]);
    await open.page.keyboard.press("Enter");

    await open.frame.getByRole("heading", { level: 1, name: "Record" }).waitFor();
    expect(await more.getAttribute("aria-current")).toBe("page");
    expect(await open.frame.getByRole("menu").count()).toBe(0);
  });

  it("closes the menu when the focus leaves it", async () => {
    open = await openSidebar();
    await open.frame.getByRole("button", { name: "More" }).click();
    await open.frame.getByRole("menu").waitFor();

    await open.frame.getByRole("button", { name: "Partners" }).click();

    await open.frame.getByRole("menu").waitFor({ state: "detached" });
  });
});

describe("when a call fails", () => {
  let open: OpenSidebar;
  const runNow = () => open.frame.getByRole("button", { name: "Run now" }).click();
  const says = (text: string | RegExp) => open.frame.getByText(text).first().waitFor();
  beforeEach(async () => {
    open = await openSidebar({ rows: { Partners: partners } });
  });
  afterEach(() => open.close());

  it("says that another run is in progress, and continues once it has ended", async () => {
    open.server.holdLock();
    await runNow();
    await says(/in progress|busy/i);
    expect(await open.axe()).toEqual([]);

    open.server.mend();
    await open.frame.getByRole("button", { name: "Try again" }).click();
    await says(/nothing|made|granted/i);
  });

  it("serves two sidebars at once: each is answered, and nothing is made twice", async () => {
    open.host.append("Triggers", [bonus]);
    open.host.append("Customers", [
      { Key: "cus_1", Name: "Harbor", Partner: "ptn_a", "Created on": "2026-03-02" },
    ]);
    const sale = { Key: "trx_1", Customer: "cus_1", Date: "2026-03-02", Amount: 100 };
    open.host.append("Transactions", [sale]);
    const other = await open.second();
    const run = async ({ frame, page }: OpenSidebar) => {
      const answered = page.waitForResponse((response) =>
        (response.request().postData() ?? "").includes("by hand"),
      );
      await frame.getByRole("button", { name: "Run now" }).click();
      return (await answered).ok();
    };

    expect(await Promise.all([run(open), run(other)])).toEqual([true, true]);

    expect(open.host.rows("Rewards").map(({ Key }) => Key)).toEqual(["trx_1/trg_bonus"]);
    await other.close();
  });

  it("says in plain words that Google failed", async () => {
    open.server.fail();
    await runNow();

    await says(/Google returned an error/);
    expect(await open.axe()).toEqual([]);
  });

  it("says what to do when the authorization has expired", async () => {
    open.server.loseAuthorization();
    await runNow();

    await says(/Open it again from the Tributary menu/);
  });

  it("shows progress while the server is slow", async () => {
    const held = open.server.hold();
    await runNow();

    await open.frame.getByRole("contentinfo").getByRole("button", { name: "Running" }).waitFor();
    held.letGo();
    await open.frame.getByRole("button", { name: "Run now" }).waitFor();
  });
});
