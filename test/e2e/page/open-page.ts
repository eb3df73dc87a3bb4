import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import type * as Host from "../../../host";
import { launchBrowser } from "../../support/browser";
import { withProgram } from "../../support/host";
import { forgetPages, leavePage, leavePort, takePage, takePort } from "../idle-pages";
import { smallProgram } from "./small-program";

const root = join(__dirname, "../../..");
const { openHost, startPage } = require("../../../build/host.cjs") as typeof Host;

/** The page on a host of the small program, in a real browser. */
export type OpenPage = {
  readonly host: Host.Driver;
  readonly page: Page;
  readonly url: string;
  /** What the browser has complained of. */
  readonly complaints: readonly string[];
  /** The active cell as a screen reader hears it. */
  readonly cell: () => Promise<string>;
  /** Clicks a cell, 1-based, while nothing is scrolled or widened; tells its A1 name once it is active. */
  readonly choose: (row: number, column: number) => Promise<string>;
  /** Clicks a menu item below Extensions ▸ Tributary. */
  readonly menu: (...path: readonly string[]) => Promise<void>;
  readonly close: () => Promise<void>;
};

let browser: Promise<Browser> | null = null;

/**
 * Opens the page at noon of 2 March 2026, set up when asked for, in memory when no file is named; one
 * browser serves a test file.
 */
export const openPage = async (how: {
  readonly isSetUp: boolean;
  readonly file?: string;
}): Promise<OpenPage> => {
  if (!existsSync(join(root, "build/page/page.js"))) {
    throw new Error('The page is not built: run "npm run build" first.');
  }
  const reopen = (file?: string): Promise<Host.Driver> =>
    withProgram(smallProgram, (dist) =>
      openHost({
        dist,
        now: "2026-03-02",
        timeZone: "Europe/London",
        ...(file === undefined ? {} : { file }),
      }),
    );
  const host = await reopen(how.file);
  if (how.isSetUp) await host.click("Set up");
  const served = await startPage(host, {
    port: takePort(),
    assets: join(root, "build/page"),
    reopen,
  });
  browser ??= launchBrowser();
  const page = await takePage(browser, { viewport: { width: 1280, height: 800 } });
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (line) => line.type() === "error" && complaints.push(line.text()));
  await page.goto(served.url);
  await page.getByRole("tab", { name: "Sheet1" }).waitFor();
  await page.locator("#live-cell", { hasText: "A1" }).waitFor({ state: "attached" });
  return {
    host,
    page,
    url: served.url,
    complaints,
    cell: async () => (await page.locator("#live-cell").textContent()) ?? "",
    choose: async (row, column) => {
      const name = `${String.fromCharCode(64 + column)}${row}`;
      const there = page.locator("#live-cell", { hasText: new RegExp(`^${name},`) });
      // Right after another sheet has come up, the grid does not hear a click yet.
      for (let tries = 0; tries < 120 && (await there.count()) === 0; tries += 1) {
        await page.mouse.click(...middleOf(row, column));
        await there.waitFor({ state: "attached", timeout: 500 }).catch(() => undefined);
      }
      return name;
    },
    menu: async (...path) => {
      await page.getByRole("menuitem", { name: "Extensions" }).click();
      for (const name of ["Tributary", ...path.slice(0, -1)])
        await page.getByRole("menuitem", { name, exact: true }).hover();
      await page.getByRole("menuitem", { name: path[path.length - 1] ?? "", exact: true }).click();
    },
    close: async () => {
      await leavePage(page);
      await served.close();
      leavePort(served.port);
      await host.close();
    },
  };
};

/** Ends the browser; for afterAll. */
export const closeBrowser = async (): Promise<void> => {
  forgetPages();
  await (await browser)?.close();
  browser = null;
};

/** The middle of a cell on the screen, both 1-based, while nothing is scrolled or widened. */
export const middleOf = (row: number, column: number): readonly [number, number] => {
  const [top, left] = [119, 46];
  return [left + (column - 1) * 100 + 30, top + (row - 1) * 21 + 10];
};
