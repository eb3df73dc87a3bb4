import type { Browser, Page } from "playwright-core";

/** Pages that sidebars of this test file have left. One takes a third less to open in them: its script is compiled there. */
const idle: Page[] = [];
const viewport = { width: 300, height: 720 };

/** A page for a sidebar, 300 px wide. */
export async function takePage(browser: Promise<Browser>): Promise<Page> {
  const left = idle.pop();
  if (left !== undefined) return left;
  const context = await (await browser).newContext({
    viewport,
    reducedMotion: "reduce",
    locale: "en-US",
    timezoneId: "UTC",
  });
  const page = await context.newPage();
  page.setDefaultTimeout(Number(process.env.PATIENCE ?? 60_000));
  return page;
}

/** The browser ends, and its pages with it. */
export const forgetPages = (): void => {
  idle.length = 0;
};

/** Ends what goes on in a page; the next sidebar there is served from another origin, and finds nothing of this one. */
export async function leavePage(page: Page): Promise<void> {
  for (const event of ["console", "pageerror", "request"]) page.removeAllListeners(event);
  const context = page.context();
  for (const other of context.pages()) if (other !== page) await other.close();
  await context.clearPermissions();
  await page.goto("about:blank");
  await page.setViewportSize(viewport);
  idle.push(page);
}
