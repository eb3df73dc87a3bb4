import { mkdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium } from "playwright-core";

/** The version of the bundled browser: an unpacked copy of another one must not be used. */
const version = "147.0.0";

/**
 * Starts a headless browser: the one that comes with the packages on Linux x64, else a Chrome or Edge
 * that is installed. Rejects with a sentence that says so when there is none.
 */
export const launchBrowser = async (): Promise<Browser> => {
  if (process.platform === "linux" && process.arch === "x64") {
    return chromium.launch({ executablePath: await bundledBrowser(), args: ["--no-sandbox"] });
  }
  for (const channel of ["chrome", "msedge"]) {
    const browser = await chromium.launch({ channel }).catch(() => null);
    if (browser !== null) return browser;
  }
  throw new Error("These tests need a browser: install Chrome or Edge.");
};

/** Unpacks the bundled browser with the libraries it needs; they are found by the environment. */
const bundledBrowser = async (): Promise<string> => {
  const before = process.env.TMPDIR;
  const folder = join(before ?? tmpdir(), `tributary-chromium-${version}`);
  mkdirSync(folder, { recursive: true });
  process.env.TMPDIR = folder;
  process.env.AWS_LAMBDA_JS_RUNTIME = "nodejs20.x";
  try {
    const { default: bundled } = await import("@sparticuz/chromium");
    const path = await bundled.executablePath();
    process.env.FONTCONFIG_FILE = writeFontList(folder);
    return path;
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
};

/** The package's own list of fonts names fixed folders, and not the one it was unpacked to. */
const writeFontList = (folder: string): string => {
  const file = join(folder, "fonts.conf");
  const folders = [join(folder, "fonts"), "/usr/share/fonts", "/usr/local/share/fonts"];
  const lines = folders.map((each) => `<dir>${each}</dir>`).join("");
  const cache = `<cachedir>${join(folder, "fonts-cache")}</cachedir>`;
  writeFileSync(file, `<?xml version="1.0"?><fontconfig>${lines}${cache}</fontconfig>`);
  return file;
};
