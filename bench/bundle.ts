import { copyFile, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openHost } from "../host";

const dist = (name: string) => fileURLToPath(new URL(`../dist/${name}`, import.meta.url));
const TRIES = 100;

/** The bundle's size, and how long a call takes in a fresh realm against one with services and no bundle. */
export async function bundle() {
  const { size } = await stat(dist("Code.js"));
  const sidebar = (await readFile(dist("sidebar.html"))).byteLength;
  const folder = await mkdtemp(join(tmpdir(), "bench-"));
  await writeFile(join(folder, "Code.js"), "function rpc() { return { ok: false }; }");
  await copyFile(dist("appsscript.json"), join(folder, "appsscript.json"));
  const hosts = [await openHost({}), await openHost({ dist: folder })] as const;
  const times: [number[], number[]] = [[], []];
  // By turns, so that whatever else the machine does falls on both alike.
  for (let i = 0; i < TRIES; i++) {
    for (const at of [0, 1] as const) {
      await hosts[at].rpc("no such call", {});
      times[at].push(hosts[at].usage().last.ms);
    }
  }
  await rm(folder, { recursive: true });
  const [withBundleMs, withoutBundleMs] = [median(times[0]), median(times[1])];
  return {
    codeBytes: size,
    sidebarBytes: sidebar,
    withBundleMs,
    withoutBundleMs,
    ratio: Number((withBundleMs / withoutBundleMs).toFixed(2)),
  };
}

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return Number((sorted[Math.floor(sorted.length / 2)] ?? 0).toFixed(2));
};
