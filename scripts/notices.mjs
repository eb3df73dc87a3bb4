import { appendFile, readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The MIT License's own words, for a package that names it and brings no file of it. */
const mit = (holder) => `MIT License

Copyright (c) ${holder}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

/** The folders of the packages of which a build (its esbuild metafile) has put code into its output. */
export const packagesIn = ({ outputs }) =>
  Object.values(outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => {
      const found = /^(?:.*?:)?(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path);
      const compact = /^compact:((?:@[^/]+\/)?[^/]+)/.exec(path);
      if (bytesInOutput === 0) return [];
      return found ? [found[1]] : compact ? [`node_modules/${compact[1]}`] : [];
    }),
  );

const noticeOf = async (folder) => {
  const home = join(root, folder);
  const { name, version, license, author } = JSON.parse(
    await readFile(join(home, "package.json"), "utf8"),
  );
  const file = (await readdir(home)).find((each) => /^licen[cs]e(\.|$)/i.test(each));
  const holder = typeof author === "string" ? author : (author?.name ?? `the authors of ${name}`);
  if (file === undefined && license !== "MIT") throw new Error(`${name} brings no licence text.`);
  const text = file === undefined ? mit(holder) : await readFile(join(home, file), "utf8");
  return `${name} ${version} (${license})\n\n${text.trim()}`;
};

/** Where the notices begin: a comment, which no page shows and every copy of the script carries. */
const BEGIN = "<!-- The licences of Tributary and of the packages in its script and pages.\n\n";

/**
 * Adds the licence of each bundled package to the end of import.html, since what goes to Google must carry them and a file of
 * their own would be one more to paste.
 */
export const addNotices = async (packages, outdir = join(root, "dist")) => {
  const folders = [...new Set(packages)].sort();
  const notices = await Promise.all([...folders.map(noticeOf)]);
  const own = await readFile(join(root, "LICENSE"), "utf8");
  const text = [`Tributary\n\n${own.trim()}`, ...notices].join("\n\n* * *\n\n");
  // It would end the comment, or change what a reader of HTML makes of it (PLATFORM-82).
  if (/--|<script/i.test(text)) throw new Error("A licence text does not fit into a comment.");
  await appendFile(join(outdir, "import.html"), `${BEGIN}${text}\n-->\n`);
};
