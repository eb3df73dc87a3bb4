import { spawn } from "node:child_process";
import { mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Failed, failureOf } from "./failures.mjs";

export const root = join(fileURLToPath(import.meta.url), "../../..");
const bin = join(root, "node_modules/@google/clasp/build/src/index.js");

/** Whether a person can answer here. Without a terminal nothing is asked and no browser opens. */
export const hasTerminal = () => Boolean(process.stdin.isTTY);

/** Runs the clasp that is installed here to its end; gives its status and what it wrote. */
const run = (args, { cwd = root, isSeen = false } = {}) =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [bin, ...args], {
      cwd,
      stdio: isSeen ? "inherit" : ["ignore", "pipe", "pipe"],
    });
    let out = "";
    let err = "";
    child.stdout?.on("data", (chunk) => {
      out += chunk;
    });
    child.stderr?.on("data", (chunk) => {
      err += chunk;
    });
    child.on("close", (status) => resolve({ status, out, err }));
  });

/** Runs a command of clasp; a failure is thrown as its sentence (INSTALL-6). */
export const clasp = async (args, { scriptId, cwd } = {}) => {
  const { status, out, err } = await run(args, { cwd });
  if (status !== 0) throw failureOf(`${err}\n${out}`, scriptId);
  return out;
};

/** Opens the spreadsheet of a project file in the browser, where a person is there to see it. */
export const openSpreadsheet = async (project) => {
  if (hasTerminal()) await run(["open-container", "-P", project]);
};

/** Does the work; where nobody is logged in and a person is there, they log in first. */
export const loggedIn = async (work) => {
  try {
    return await work();
  } catch (thrown) {
    if (!thrown.isLogin || !hasTerminal()) throw thrown;
    console.log("Log in to Google in the browser window that opens, or at the address below.");
    const { status } = await run(["login"], { isSeen: true });
    if (status !== 0) {
      throw new Failed(
        "Nobody is logged in: the login was refused or not finished. If the page said that your administrator blocks it, paste the release instead (docs/install/paste.md).",
      );
    }
    return work();
  }
};

/** Does the work in an empty folder of its own. Its real path: clasp refuses one that is reached through a link. */
export const inFolder = async (work) => {
  const folder = await realpath(await mkdtemp(join(tmpdir(), "tributary-")));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/** Runs a command to its end: a failure is one sentence on the error channel, and a status that is not 0. */
export const main = async (work) => {
  try {
    await work();
  } catch (thrown) {
    if (!(thrown instanceof Failed)) throw thrown;
    console.error(thrown.message);
    process.exitCode = 1;
  }
};
