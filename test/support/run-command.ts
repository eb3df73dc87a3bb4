import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { forManyRealms } from "./node-flags";

export const root = join(__dirname, "../..");

/** Runs a built command to its end, in the given folder. */
export function runCommand(
  name: string,
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv = {},
): Promise<{ readonly status: number | null; readonly out: string }> {
  return new Promise((resolve) => {
    const { child, text } = startCommand(name, args, cwd, env);
    child.on("close", (status) => resolve({ status, out: text() }));
  });
}

/** Starts a built command; `text` is what it has said so far. */
export function startCommand(
  name: string,
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv = {},
): { readonly child: ChildProcess; readonly text: () => string } {
  const file = join(root, `build/${name}.mjs`);
  const child = spawn(process.execPath, [...forManyRealms, file, ...args], {
    cwd,
    env: { ...process.env, ...env },
  });
  let out = "";
  const take = (chunk: Buffer) => {
    out += chunk;
  };
  child.stdout.on("data", take);
  child.stderr.on("data", take);
  return { child, text: () => out };
}
