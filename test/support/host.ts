import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type * as Host from "../../host";
import { keepsProgram } from "./keeps-program";

/** The host as built; the in-realm half exists only after bundling (test/support/global-setup.cjs). */
const built = require("../../build/host.cjs") as typeof Host;

export type { Arrived } from "../../host/realm/killed";
export const { kill, refuse, Killed, ScriptError } = built;

/** Opens a host on the built program, which it keeps loaded, or on that of a folder. */
export const openHost = (options: Host.HostOptions = {}): Promise<Host.Driver> =>
  built.openHost({ keepsProgram: keepsProgram && options.dist === undefined, ...options });

/** Writes a program of that code to a folder of its own, runs the work, and takes the folder away. */
export const withProgram = async <T>(
  files: Readonly<Record<string, string>>,
  work: (dist: string) => Promise<T>,
): Promise<T> => {
  const dist = await mkdtemp(join(tmpdir(), "program-"));
  try {
    for (const [name, text] of Object.entries(files)) await writeFile(join(dist, name), text);
    return await work(dist);
  } finally {
    await rm(dist, { recursive: true, force: true });
  }
};

/** Opens a host on a program of this code. */
export const openCode = (code: string, options: Host.HostOptions = {}): Promise<Host.Driver> =>
  withProgram({ "Code.js": code }, (dist) => openHost({ ...options, dist }));
