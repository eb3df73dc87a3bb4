import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Frame, Page } from "playwright-core";
import type * as Host from "../../../host";
import { launchBrowser } from "../../support/browser";
import { keepsProgram } from "../../support/keeps-program";
import { prepared } from "../../support/prepared";
import { ask } from "../../support/small-program";
import { forgetPages, leavePage, leavePort, takePage, takePort } from "../idle-pages";
import { pageOfFrames } from "./page-of-frames";
import { type ServerFaults, serverFaults } from "./server-faults";
import { rest, settledFrame } from "./settled";

const root = join(__dirname, "../../..");
const { openHost, startPage } = require("../../../build/host.cjs") as typeof Host;
const axeSource = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

type Cell = string | number | boolean | Date;
/** Rows by tab, cells by header. */
export type Rows = Readonly<Record<string, readonly Readonly<Record<string, Cell>>[]>>;

export interface HowToOpen {
  /** Pasted after set-up. */
  readonly rows?: Rows;
  /** Whether a run follows, so that what is due has been granted. */
  readonly run?: boolean;
  /** The day, at noon; 2 March 2026 when left out. */
  readonly now?: string;
  /** The spreadsheet's locale; "en_US" when left out. */
  readonly locale?: string;
  /** Without set-up the sidebar opens on an empty spreadsheet. */
  readonly isSetUp?: boolean;
  readonly look?: "light" | "dark";
  /** The workbook's file; in memory when left out. */
  readonly file?: string;
  /** Whether keys that the script makes up are the same each time. */
  readonly isRepeatable?: boolean;
  /**
   * Steps to take on the host before the sidebar opens. A test file takes the same steps (the same functions, in the same order)
   * only once, and forks the result; a function made anew in each test is taken each time.
   */
  readonly before?: Step | readonly Step[];
}
export type Step = (host: Host.Driver) => Promise<void>;

/** A sidebar in a real browser, on the built program in a host. */
export interface OpenSidebar {
  readonly host: Host.Driver;
  readonly page: Page;
  /** The sidebar itself; it changes with `reload`. */
  readonly frame: Frame;
  /** What Google does to the calls that follow. */
  readonly server: ServerFaults;
  /** What the browser has complained of. */
  readonly complaints: readonly string[];
  /** What axe-core finds in the sidebar now, a line a fault; [] is good. */
  readonly axe: (frame?: Frame, rules?: readonly string[]) => Promise<readonly string[]>;
  /** Keeps a picture of the sidebar in build/screenshots/. */
  readonly screenshot: (name: string) => Promise<void>;
  /** Opens a screen by its tab, or from the menu "More". */
  readonly go: (label: string) => Promise<void>;
  /** Puts the person's active cell into the row (1-based) of a tab. */
  readonly select: (tab: string, row: number) => void;
  /** Waits until the focus is on what says this. */
  readonly focused: (text: string) => Promise<void>;
  /** Opens the sidebar again on a screen, about a record where one is named. */
  readonly at: (screen: string, about?: string) => Promise<void>;
  /** Closes the sidebar and opens it again from the menu, as a person does; drafts are what is left. */
  readonly reload: () => Promise<void>;
  /** Waits until no call is under way; for before a fault that is to befall none of those. */
  readonly rest: () => Promise<void>;
  /** Waits until what is typed is saved as the person's draft, with this text in it. */
  readonly saved: (text: string) => Promise<void>;
  /** The wide dialog, once it is open. */
  readonly wide: () => Promise<Frame>;
  /** The same spreadsheet in the browser of another person, or in another window. */
  readonly second: () => Promise<OpenSidebar>;
  readonly close: () => Promise<void>;
}

const ANN = "ann@example.com";
/** A sidebar is 300 px wide. */
const sidebarLook = {
  viewport: { width: 300, height: 720 },
  reducedMotion: "reduce",
  locale: "en-US",
  timezoneId: "UTC",
} as const;
let browser: Promise<Browser> | null = null;

/** Opens the sidebar on a small program; one browser serves a test file. */
export async function openSidebar(how: HowToOpen = {}): Promise<OpenSidebar> {
  const { now = "2026-03-02", locale = "en_US", isSetUp = true } = how;
  let made = 0;
  const uuid = how.isRepeatable ? { uuid: () => uuidOf(++made) } : {};
  const begin = async (): Promise<Host.Driver> => {
    const file = how.file === undefined ? {} : { file: how.file };
    const empty = await openHost({
      keepsProgram,
      now,
      locale,
      timeZone: "UTC",
      user: ANN,
      ...file,
      ...uuid,
    });
    if (!isSetUp) return empty;
    await ask(empty, "set-up", {});
    for (const [tab, rows] of Object.entries(how.rows ?? {})) empty.append(tab, rows);
    if (how.run) await ask(empty, "run", { kind: "by hand" });
    return empty;
  };
  const { file, isRepeatable, rows, run, before = [] } = how;
  const steps = [before].flat();
  const isOnce = file !== undefined || isRepeatable;
  const name = JSON.stringify({ now, locale, isSetUp, rows, run });
  const host = isOnce ? await begin() : await lived(name, begin, steps);
  if (isOnce) for (const step of steps) await step(host);
  await host.click("Open the sidebar");
  const { driver, server } = serverFaults(host);
  const place = { screen: "", about: "" };
  assets ??= pageOfFrames();
  const placed = { ...driver, view: () => opensAt(host.view(), place) };
  const served = await startPage(placed, { port: takePort(), assets });
  const stop = async () => {
    await served.close();
    leavePort(served.port);
  };
  return look(host, { server, place, url: served.url }, how.look ?? "light", stop);
}

let assets: string | null = null;

/** Every step seen in this test file; its index identifies it in the names of prepared programs. */
const known: Step[] = [];

/** A fork of a program that has taken these steps. Each prefix of the steps is prepared once and shared. */
function lived(
  name: string,
  begin: () => Promise<Host.Driver>,
  steps: readonly Step[],
): Promise<Host.Driver> {
  const step = steps.at(-1);
  if (step === undefined) return prepared(name, begin);
  known.push(...steps.filter((each) => !known.includes(each)));
  const path = steps.map((each) => known.indexOf(each));
  return prepared(`${name} ${path}`, async () => {
    const host = await lived(name, begin, steps.slice(0, -1));
    await step(host);
    return host;
  });
}

interface Served {
  readonly server: ServerFaults;
  /** Where the sidebar opens next. */
  readonly place: Place;
  readonly url: string;
}

/** One person's browser on a page that is served. */
async function look(
  host: Host.Driver,
  served: Served,
  colorScheme: "light" | "dark",
  stop: () => Promise<void>,
): Promise<OpenSidebar> {
  browser ??= launchBrowser();
  const page = await takePage(browser, sidebarLook);
  await page.emulateMedia({ colorScheme });
  const complaints = listen(page);
  await page.goto(served.url);
  await page.mouse.move(299, 719);
  const theFrame = async (selector: string): Promise<Frame> =>
    settledFrame(await frameOf(page, selector), served.server.held);
  /** The sidebar with a screen, once it has read all: a fault that is set then does not befall what it reads as it opens. */
  const withScreen = async (sidebar: Frame): Promise<Frame> => {
    await sidebar.getByRole("heading", { level: 1 }).waitFor();
    await rest(sidebar, served.server.held);
    return sidebar;
  };
  let frame = await withScreen(await theFrame("#sidebar"));
  const reopen = async (screen = "", about = ""): Promise<void> => {
    host.closeSidebar();
    await page.locator("#sidebar").waitFor({ state: "detached" });
    Object.assign(served.place, { screen, about });
    await host.click("Open the sidebar");
    frame = await withScreen(await theFrame("#sidebar"));
  };
  const wider = (): Promise<void> => page.setViewportSize({ width: 1140, height: 720 });
  return {
    host,
    page,
    get frame() {
      return frame;
    },
    server: served.server,
    complaints,
    axe: (at = frame, rules) => faults(at, rules),
    screenshot: async (name) => {
      mkdirSync(join(root, "build/screenshots"), { recursive: true });
      await page.screenshot({ path: join(root, `build/screenshots/${name}.png`) });
    },
    go: async (label) => {
      const tab = frame.locator("nav.tabs").getByRole("button", { name: label, exact: true });
      if ((await tab.count()) === 0) {
        await frame.getByRole("button", { name: "More", exact: true }).click();
        await frame.getByRole("menuitem", { name: label, exact: true }).click();
      } else await tab.click();
      await withScreen(frame);
    },
    select: (tab, row) => {
      const sheetId = host.workbook.sheets.find(({ name }) => name === tab)?.id;
      const rect = { row, column: 2, rows: 1, columns: 1 };
      Object.assign(host.state.slot("spreadsheet.active", Object), { sheetId, rect });
    },
    focused: (text) => frame.locator(":focus", { hasText: text }).waitFor(),
    at: reopen,
    reload: () => reopen(),
    rest: () => rest(frame, served.server.held),
    saved: async (text) => {
      const drafts = async () => JSON.stringify(await ask(host, "find-drafts", {}));
      while (!(await drafts()).includes(text)) await page.waitForTimeout(100);
    },
    wide: async () => {
      await wider();
      return theFrame("#dialog");
    },
    second: () => look(host, served, colorScheme, async () => undefined),
    close: async () => {
      await leavePage(page);
      await stop();
      await host.close();
    },
  };
}

const uuidOf = (n: number): string =>
  `${String(n).padStart(8, "0")}-0000-4000-8000-${String(n).padStart(12, "0")}`;

interface Place {
  screen: string;
  about: string;
}

/**
 * What is open, with the sidebar's page told where to open. Told as the page is served, not after the sidebar was opened:
 * a call that ends in between lets the browser fetch the page earlier.
 */
const opensAt = (view: View, { screen, about }: Place): View => ({
  ...view,
  sidebar: view.sidebar && {
    ...view.sidebar,
    content: view.sidebar.content.replace(
      'data-screen="" data-about=""',
      `data-screen="${screen}" data-about="${about}"`,
    ),
  },
});
type View = ReturnType<Host.Driver["view"]>;

function listen(page: Page): string[] {
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (line) => {
    if (line.type() === "error" || line.type() === "warning") complaints.push(line.text());
  });
  return complaints;
}

/** The frame in the page's element; one that just then goes away is waited for again. */
async function frameOf(page: Page, selector: string): Promise<Frame> {
  for (;;) {
    const element = await page.waitForSelector(selector);
    const frame = await element.contentFrame();
    if (frame) return frame;
    await page.waitForTimeout(20);
  }
}

/**
 * What axe-core finds, a line a fault. It comes into a document once, and only what it finds goes out: the elements that
 * are good are many more, and telling them takes longer than looking at them. A fault is told by its HTML, so that no
 * selector is made. What is being read again is dimmed, so that it looks when the page has settled.
 */
async function faults(frame: Frame, rules?: readonly string[]): Promise<readonly string[]> {
  if (!(await frame.evaluate(() => "axe" in globalThis))) await frame.evaluate(axeSource);
  const options = {
    resultTypes: ["violations"],
    selectors: false,
    ...(rules && { runOnly: rules }),
  };
  return frame.evaluate(`axe.run(${JSON.stringify(options)}).then(({ violations }) =>
    violations.map(({ id, help, nodes }) =>
      \`\${id}: \${help}: \${nodes.map(({ html }) => html).join(" ")}\`))`);
}

/** Ends the browser; for afterAll. */
export async function closeBrowser(): Promise<void> {
  forgetPages();
  await (await browser)?.close();
  browser = null;
  if (assets !== null) rmSync(assets, { recursive: true });
  assets = null;
}
