import type { Browser, BrowserContextOptions, Page } from "playwright-core";

/** Pages that tests of this file have left, by how they look. One takes a third less to open in: its script is compiled there. */
const idle = new Map<string, Page[]>();
const looks = new WeakMap<Page, BrowserContextOptions>();
const leftBy = (look: BrowserContextOptions): Page[] => {
  const name = JSON.stringify(look);
  const pages = idle.get(name) ?? [];
  idle.set(name, pages);
  return pages;
};

/** A page that looks so: one that a test has left, or else a new one. */
export async function takePage(
  browser: Promise<Browser>,
  look: BrowserContextOptions,
): Promise<Page> {
  const left = leftBy(look).pop();
  if (left !== undefined) return left;
  const context = await (await browser).newContext(look);
  const page = await context.newPage();
  page.setDefaultTimeout(Number(process.env.PATIENCE ?? 60_000));
  looks.set(page, look);
  return page;
}

/** The browser ends, and its pages with it. */
export const forgetPages = (): void => idle.clear();

/** Ports that were served on. A page that is served on one of them again finds its scripts compiled: they go by address. */
const ports: number[] = [];
export const takePort = (): number => ports.pop() ?? 0;
export const leavePort = (port: number): void => void ports.push(port);

/** Ends what goes on in a page; neither the local page nor a sidebar keeps anything in the browser. */
export async function leavePage(page: Page): Promise<void> {
  const look = looks.get(page) ?? {};
  for (const event of ["console", "pageerror", "request"]) page.removeAllListeners(event);
  const context = page.context();
  for (const other of context.pages()) if (other !== page) await other.close();
  await context.clearPermissions();
  await page.goto("about:blank");
  if (look.viewport) await page.setViewportSize(look.viewport);
  leftBy(look).push(page);
}
