import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { basename, join } from "node:path";
import { forManyRealms } from "./node-flags";

/** Of test/support/environment.cjs. */
declare const oncePerWorker: <T>(name: string, make: (load: NodeJS.Require) => T) => T;
type Bundle = (scenario: string, outfile: string) => Promise<unknown>;

const root = join(__dirname, "../..");

/**
 * Runs a scenario in a plain Node, where a realm is as fast as it will be for a person (jest's own realm is
 * several times slower), and gives what it wrote as JSON on its last line.
 */
export async function outsideJest<T>(scenario: string, ...args: readonly string[]): Promise<T> {
  const folder = join(root, "build/scenarios");
  mkdirSync(folder, { recursive: true });
  const outfile = join(folder, `${basename(scenario, ".ts")}.mjs`);
  // Once a worker: the bundler works in a process of its own, which stays until the worker ends.
  const bundle = oncePerWorker("bundle", (load) => load("./bundle-scenario.cjs") as Bundle);
  await bundle(scenario, outfile);
  const { status, out } = await run(outfile, args);
  if (status !== 0) throw new Error(`${scenario} ended with ${status}:\n${out.slice(-4000)}`);
  return JSON.parse(out.trim().split("\n").pop() ?? "") as T;
}

/** The scenarios at work. One whose test gave up ends with its file: it would hold jest's worker, and a core, to no end. */
const atWork = new Set<ChildProcess>();
afterAll(() => {
  for (const child of atWork) child.kill();
});

function run(
  file: string,
  args: readonly string[],
): Promise<{ status: number | null; out: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [...forManyRealms, file, ...args], { cwd: root });
    atWork.add(child);
    let out = "";
    child.stdout.on("data", (chunk) => {
      out += chunk;
    });
    child.stderr.on("data", (chunk) => {
      out += chunk;
    });
    child.on("close", (status) => {
      atWork.delete(child);
      resolve({ status, out });
    });
  });
}
