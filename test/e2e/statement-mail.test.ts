import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { AxeResults } from "axe-core";
import type { Browser } from "playwright-core";
import { previewStatementMail } from "../../src/engine/usecases/statements/preview-statement-mail";
import { moneyRun, rewardRow, startedProgram } from "../engine/invoices/money-run";
import { dripRow } from "../engine/reports/forecast/drip-row";
import { act } from "../engine/usecases/act";
import { launchBrowser } from "../support/browser";

const axeSource = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const pictures = join(__dirname, "../../build/screenshots");
const long = "A reward with a very long description that somebody typed, ".repeat(3);

/** A statement with every section, long words, a large amount, and a program in its own color. */
const html = (color: string): string => {
  const rewards = [
    rewardRow("a", 20, { description: "Sale: Harbor Coffee" }),
    rewardRow("b", 1_234_567.89, { description: long }),
    rewardRow("c", 5, { description: "Sale: Zenith", earnedOn: "2026-02-03" }),
    rewardRow("d", 9, { description: "W".repeat(120), status: "held", reason: "late event" }),
    rewardRow("e", 4, { description: "Small sale", status: "declined", reason: long }),
  ];
  const given = { rewards, drips: [dripRow("drip_1", { occurrences: 2 })] };
  const settings = { "program name": "Reyes & Friends", "partner page color": color };
  const program = ["2026-02-01", "2026-02-08"].reduce(moneyRun, startedProgram(given, settings));
  const input = { partner: "ptn_1", month: "2026-01" };
  return act(program, previewStatementMail, input, "2026-02-10").output.html;
};

describe("a statement by mail, as a mail program shows it (PARTNER-4)", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  test.each([
    [320, "#0b6e4f"],
    [600, "#fff3a0"],
  ] as const)("%d px wide it fits, and axe finds nothing", async (width, color) => {
    const page = await browser.newPage({ viewport: { width, height: 900 } });
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.setContent(html(color));
    await page.getByRole("heading", { name: "Statement for 2026-01", level: 1 }).waitFor();
    await page.getByRole("row", { name: /Opening balance.*0\.00 USD/ }).waitFor();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBe(width);
    expect(asked).toEqual([]);
    await page.evaluate(axeSource);
    const { violations } = (await page.evaluate("axe.run()")) as AxeResults;
    // A mail has no landmarks of a page.
    const found = violations
      .map(({ id }) => id)
      .filter((id) => id !== "region" && id !== "landmark-one-main");
    expect(found).toEqual([]);
    mkdirSync(pictures, { recursive: true });
    await page.screenshot({ path: join(pictures, `statement-mail-${width}.png`), fullPage: true });
    await page.close();
  });
});
