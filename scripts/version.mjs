import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const manifest = join(fileURLToPath(import.meta.url), "../../package.json");

/** The number of this release; the script and its pages carry it, so that files of two releases are noticed (INSTALL-2). */
export const { version } = JSON.parse(readFileSync(manifest, "utf8"));
