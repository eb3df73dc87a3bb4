import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type * as Playwright from "playwright-core";

type Browser = Playwright.Browser;
/** Of test/support/environment.cjs. */
declare const oncePerWorker: <T>(name: string, make: (load: NodeJS.Require) => T) => T;

/** The version of the bundled browser: an unpacked copy of another one must not be used. */
const folder = join(tmpdir(), "tributary-chromium-147.0.0");

/**
 * A headless browser: the one that comes with the packages on Linux x64, else a Chrome or Edge that is installed. Rejects
 * with a sentence that says so when there is none. All test files of a worker have the same one, one after the other: its
 * `close` closes what a file has opened.
 */
export const launchBrowser = async (): Promise<Browser> => {
  const { browser, hold } = await oncePerWorker("browser", (load) => launchToKeep(load));
  hold(true);
  return browser;
};

interface KeptBrowser {
  readonly browser: Browser;
  /** Whether the process has to stay alive for it: it ends with the process. */
  readonly hold: (isHeld: boolean) => void;
}

interface Handle {
  ref(): void;
  unref(): void;
}
type Child = Handle & { readonly spawnfile?: string; readonly stdio?: readonly (Handle | null)[] };

const launchToKeep = async (load: NodeJS.Require): Promise<KeptBrowser> => {
  const { chromium } = load("playwright-core") as typeof Playwright;
  const { _getActiveHandles: handles } = load("node:process") as unknown as {
    readonly _getActiveHandles: () => readonly Child[];
  };
  const before = new Set(handles());
  const browser = await launch(chromium);
  const isOfBrowser = (each: Child): boolean => !before.has(each) && each.spawnfile !== undefined;
  const own = handles()
    .filter(isOfBrowser)
    .flatMap((child) => [child, ...(child.stdio ?? [])]);
  const hold = (isHeld: boolean): void => {
    for (const each of own) each?.[isHeld ? "ref" : "unref"]();
  };
  browser.close = async () => {
    for (const context of browser.contexts()) await context.close();
    hold(false);
  };
  return { browser, hold };
};

const launch = async (chromium: Playwright.BrowserType): Promise<Browser> => {
  if (process.platform === "linux" && process.arch === "x64") return launchBundled(chromium);
  for (const channel of ["chrome", "msedge"]) {
    const browser = await chromium.launch({ channel }).catch(() => null);
    if (browser !== null) return browser;
  }
  throw new Error("These tests need a browser: install Chrome or Edge.");
};

const launchBundled = (chromium: Playwright.BrowserType): Promise<Browser> => {
  if (!existsSync(folder)) unpack();
  return chromium.launch({
    executablePath: join(folder, "chromium"),
    args: ["--no-sandbox"],
    env: {
      ...process.env,
      LD_LIBRARY_PATH: join(folder, "al2023", "lib"),
      FONTCONFIG_FILE: join(folder, "fonts.conf"),
    },
  });
};

/**
 * Unpacks the browser with its libraries and fonts into a folder of its own, which then takes its
 * place in one step: other tests may be doing the same. In a process of its own, since the package
 * is an ES module and looks at the environment as it loads.
 */
const unpack = (): void => {
  const own = `${folder}-${process.pid}`;
  mkdirSync(own, { recursive: true });
  const program =
    'import("@sparticuz/chromium").then(({ default: chromium }) => chromium.executablePath())';
  execFileSync(process.execPath, ["--eval", program], {
    env: { ...process.env, TMPDIR: own, AWS_LAMBDA_JS_RUNTIME: "nodejs20.x" },
  });
  writeFontList(own);
  try {
    renameSync(own, folder);
  } catch (thrown) {
    if (!existsSync(folder)) throw thrown;
    rmSync(own, { recursive: true, force: true });
  }
};

/** The package's own list of fonts names fixed folders, and not the one it was unpacked to. */
const writeFontList = (place: string): void => {
  const folders = [join(folder, "fonts"), "/usr/share/fonts", "/usr/local/share/fonts"];
  const lines = folders.map((each) => `<dir>${each}</dir>`).join("");
  const cache = `<cachedir>${join(folder, "fonts-cache")}</cachedir>`;
  writeFileSync(
    join(place, "fonts.conf"),
    `<?xml version="1.0"?><fontconfig>${lines}${cache}</fontconfig>`,
  );
};
