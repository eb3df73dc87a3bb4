import { createHash } from "node:crypto";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { releasePage } from "./release-page.mjs";
import { version } from "./version.mjs";

// Makes release/ from dist/: what a person without a developer's tools needs to install or update (docs/install).
const root = join(fileURLToPath(import.meta.url), "../..");
const out = resolve(root, process.argv[2] ?? "release");

/** What is pasted, in the order of the guide. */
const names = ["Code.js", "sidebar.html", "import.html", "appsscript.json"];

const files = Object.fromEntries(
  await Promise.all(
    names.map(async (name) => [name, await readFile(join(root, "dist", name), "utf8")]),
  ),
);
const written = {
  "install.html": releasePage({ version, files }),
  "template.md": await readFile(join(root, "docs/install/template.md"), "utf8"),
  VERSION: `${version}\n`,
  ...Object.fromEntries(names.map((name) => [`files/${name}`, files[name]])),
};
const sum = (text) => createHash("sha256").update(text).digest("hex");
written.SHA256SUMS = Object.keys(written)
  .map((name) => `${sum(written[name])}  ${name}\n`)
  .join("");

await rm(out, { recursive: true, force: true });
for (const [name, text] of Object.entries(written)) {
  await mkdir(dirname(join(out, name)), { recursive: true });
  await writeFile(join(out, name), text);
}
console.log(`Tributary ${version} is ready in ${out}: open install.html there.`);
