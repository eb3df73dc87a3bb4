import { closeBrowser, type OpenSidebar, openSidebar } from "./open-sidebar";

afterAll(closeBrowser);

/** `SCREENS=1` for the long mode; else a fifth of its rows, which are still many more than are ever drawn. */
const MANY = process.env.SCREENS === undefined ? 2_000 : 10_000;
const SAID = MANY.toLocaleString("en");
const INVOICE = "inv_2026-02_USD";
const numbers = Array.from({ length: MANY }, (_, n) => n + 1);
/** Each answer reads all rows, beside a browser, on whatever machine there is. */
const SLOW = 180_000;
const padded = (n: number) => String(n).padStart(5, "0");

/** As many rewards as a large program has, all on one invoice, and as many drips. */
const rows = {
  Partners: [{ Key: "ada", Name: "Ada Berg" }],
  Rewards: numbers.map((n) => ({
    Key: `r${padded(n)}`,
    Partner: "ada",
    Description:
      n % 7 === 0 ? `Bonus ${padded(n)}, with a text that takes two lines` : `Bonus ${padded(n)}`,
    Amount: 1,
    Currency: "USD",
    Status: "pending",
    "Earned on": "2026-02-10",
    Source: "manual",
    Accepted: "pending 1.00",
    Invoice: INVOICE,
  })),
  Drips: numbers.map((n) => ({
    Key: `d${padded(n)}`,
    Partner: "ada",
    Description: `Plan ${padded(n)}`,
    Status: "Created",
    Occurrences: 6,
    "To come": 120,
    "Next date": "2026-04-01",
    Currency: "USD",
    Amount: 20,
    Mode: "per occurrence",
    Rounding: "half away from zero",
    "Event date": "2026-04-01",
    "Delay unit": "months",
    Cycle: 1,
    "Cycle unit": "months",
  })),
  Invoices: [
    {
      Key: INVOICE,
      Month: "2026-02",
      Currency: "USD",
      Status: "In review",
      Lines: MANY,
      Total: MANY,
      "Opened on": "2026-03-01",
      "Review ends on": "2026-03-07",
    },
  ],
};

describe(`a list of ${SAID} rows`, () => {
  let open: OpenSidebar;
  beforeAll(async () => {
    open = await openSidebar({ rows, isSetUp: true });
  }, SLOW);
  afterAll(() => open.close());
  afterEach(() => {
    open.server.mend();
    open.server.aim("");
  });
  const says = (words: string | RegExp) => open.frame.getByText(words).first().waitFor();
  const row = (words: string) => open.frame.locator(".pages li", { hasText: words });
  const blocks = () => open.frame.locator(".pages > .here").count();
  /** Scrolls the screen to a part of its whole height, as a person who drags the scroll bar. */
  const scrollTo = (part: number) =>
    open.frame.evaluate((to) => {
      const main = document.querySelector("main");
      if (main) main.scrollTop = (main.scrollHeight - main.clientHeight) * to;
    }, part);
  /** How far a row is from the top of what is seen, in pixels. */
  const placeOf = (words: string) =>
    row(words).evaluate((element) => Math.round(element.getBoundingClientRect().top));
  /** A row that is wholly seen, once there is one: after a scroll the page may not have come yet. */
  const seen = async () => {
    const found = await open.frame.waitForFunction(() => {
      const main = document.querySelector("main")?.getBoundingClientRect();
      const all = [...document.querySelectorAll(".pages li")];
      const isSeen = (at: DOMRect) => main && at.top >= main.top && at.bottom <= main.bottom;
      const row = all.find((each) => isSeen(each.getBoundingClientRect()));
      return /(?:Bonus|Plan|drip) ?d?\d{5}|\bd\d{5}/.exec(
        `${row?.getAttribute("aria-label") ?? ""} ${row?.textContent ?? ""}`,
      )?.[0];
    });
    return (await found.jsonValue()) as string;
  };

  const screens = [
    { screen: "review", noun: "reward", first: "Bonus 00001", last: `Bonus ${padded(MANY)}` },
    { screen: "drips", noun: "drip", first: "Plan 00001", last: `Plan ${padded(MANY)}` },
    {
      screen: "invoice",
      about: INVOICE,
      noun: "line",
      first: "Bonus 00001",
      last: `Bonus ${padded(MANY)}`,
    },
  ];

  it.each(screens)(
    "$screen draws its first rows, never more than three pages, its last row, and what a search finds there",
    async ({ screen, about, noun, first, last }) => {
      await open.at(screen, about);
      await says(`${SAID} ${noun}s`);
      await row(first).waitFor();
      expect(await open.axe()).toEqual([]);

      for (const part of [0.4]) {
        await scrollTo(part);
        await open.frame.locator(".pages .skeleton").first().waitFor({ state: "detached" });
        await open.frame.locator(".pages > .here").first().waitFor();
        expect(await blocks()).toBeLessThanOrEqual(3);
      }
      await scrollTo(1);
      await row(last).waitFor();
      expect(await open.axe()).toEqual([]);

      await open.frame.locator(".search input").fill(last.toLowerCase());
      await says(`1 ${noun}`);
      await row(last).waitFor();
      expect(await open.frame.locator(".pages li").count()).toBe(1);
      await open.frame.locator(".search input").fill("");
      await row(first).waitFor();
      expect(open.complaints).toEqual([]);
    },
    SLOW,
  );

  it(
    "shows the error of one page in its place, with *Try again*",
    async () => {
      await open.at("drips");
      await row("Plan 00001").waitFor();
      open.server.fail();
      await scrollTo(0.5);
      const error = open.frame.locator(".pages").getByRole("alert");
      await error.first().waitFor();
      expect(await open.axe()).toEqual([]);
      await open.screenshot("long-list-error");

      open.server.mend();
      await open.frame.locator(".pages").getByRole("button", { name: "Try again" }).first().click();
      await open.frame.locator(".pages > .here").first().waitFor();
    },
    SLOW,
  );

  it(
    "loads what is finally visible, however fast a person scrolls past the rest",
    async () => {
      await open.at("drips");
      await row("Plan 00001").waitFor();
      open.server.aim("list-drips");
      const held = open.server.hold();
      for (let part = 0.01; part < 0.9; part += 0.02) await scrollTo(part);
      await scrollTo(1);
      const calls = held.count();
      held.letGo();
      await row(`Plan ${padded(MANY)}`).waitFor();
      expect(calls).toBeLessThan(20);
    },
    SLOW,
  );

  it(
    "keeps its place when an action reloads it, and when a person returns to it",
    async () => {
      await open.at("review");
      await row("Bonus 00001").waitFor();
      await scrollTo(0.6);
      await open.frame.locator(".pages .skeleton").first().waitFor({ state: "detached" });
      const here = await seen();
      const before = await placeOf(here);

      await row(here).getByRole("checkbox").check();
      await open.frame.getByRole("button", { name: "Approve 1", exact: true }).click();
      await says("1 reward approved: ");
      await says(`${(MANY - 1).toLocaleString("en")} rewards`);
      await row(here).waitFor({ state: "detached" });
      const next = await seen();
      expect(Math.abs((await placeOf(next)) - before)).toBeLessThan(200);
      expect(await blocks()).toBeLessThanOrEqual(3);

      const left = await placeOf(next);
      await open.go("Home");
      await open.go("Review");
      await row(next).waitFor();
      expect(Math.abs((await placeOf(next)) - left)).toBeLessThan(3);
    },
    SLOW,
  );

  it(
    "moves from page to page by keyboard, and never loses the focused row",
    async () => {
      await open.at("review");
      await row("Bonus 00050").waitFor();
      await open.frame
        .getByRole("button", { name: /^Ada Berg/ })
        .nth(48)
        .click();
      for (const key of ["n", "n", "n"]) await open.page.keyboard.press(key);
      const current = open.frame.locator(".pages li", {
        has: open.frame.locator('[aria-expanded="true"]:focus'),
      });
      await current.waitFor();
      const text = (await current.textContent()) ?? "";

      await scrollTo(0.9);
      await open.frame.locator(".pages .skeleton").first().waitFor({ state: "detached" });
      expect(await blocks()).toBeLessThanOrEqual(3);
      expect(await current.textContent()).toBe(text);
      await open.page.keyboard.press("p");
      await current.waitFor();
      expect(await current.textContent()).not.toBe(text);
    },
    SLOW,
  );

  it(
    "selects all lines of a partner, also those not loaded yet",
    async () => {
      await open.at("invoice", INVOICE);
      await row("Bonus 00001").waitFor();
      await open.frame.locator(".search input").fill("r003");
      await says("100 lines");
      await open.frame.getByRole("checkbox", { name: "Choose all of Ada Berg" }).check();
      await open.frame.getByRole("button", { name: "Move 100" }).waitFor();
    },
    SLOW,
  );
});
