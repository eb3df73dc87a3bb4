import { readFile, stat } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { measureLoading } from "../host";

const dist = (name: string) => fileURLToPath(new URL(`../dist/${name}`, import.meta.url));

/** The bundle's size, and how long it takes to load in a fresh realm against a realm with services and no bundle. */
export async function bundle() {
  const { size } = await stat(dist("Code.js"));
  const sidebar = (await readFile(dist("sidebar.html"))).byteLength;
  const { withBundleMs, withoutBundleMs } = await measureLoading(200);
  return {
    codeBytes: size,
    sidebarBytes: sidebar,
    withBundleMs,
    withoutBundleMs,
    ratio: Number((withBundleMs / withoutBundleMs).toFixed(2)),
  };
}
