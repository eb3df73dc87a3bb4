import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium } from "playwright-core";

/** The version of the bundled browser: an unpacked copy of another one must not be used. */
const folder = join(tmpdir(), "tributary-chromium-147.0.0");

/**
 * Starts a headless browser: the one that comes with the packages on Linux x64, else a Chrome or Edge
 * that is installed. Rejects with a sentence that says so when there is none.
 */
export const launchBrowser = async (): Promise<Browser> => {
  if (process.platform === "linux" && process.arch === "x64") return launchBundled();
  for (const channel of ["chrome", "msedge"]) {
    const browser = await chromium.launch({ channel }).catch(() => null);
    if (browser !== null) return browser;
  }
  throw new Error("These tests need a browser: install Chrome or Edge.");
};

const launchBundled = (): Promise<Browser> => {
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
