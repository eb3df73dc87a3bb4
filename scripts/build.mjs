import { rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildBundle } from "./build-bundle.mjs";
import { buildDemo } from "./build-demo.mjs";
import { buildHost } from "./build-host.mjs";
import { buildPage } from "./build-page.mjs";
import { buildSidebar } from "./build-sidebar.mjs";
import { addNotices } from "./notices.mjs";

const root = join(fileURLToPath(import.meta.url), "../..");

/** Writes dist/ (what clasp pushes) and build/ (the local host and its commands). */
export async function buildAll({ unpacked = false } = {}) {
  await rm(join(root, "dist"), { recursive: true, force: true });
  const packages = [];
  await Promise.all([
    buildBundle({ packages }),
    buildSidebar({ packages, unpacked }),
    buildHost(),
    buildPage(),
    buildDemo(),
  ]);
  await addNotices(packages);
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await buildAll({ unpacked: process.argv.includes("--unpacked") });
