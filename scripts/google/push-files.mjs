import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { createInterface } from "node:readline/promises";
import { clasp, hasTerminal, inFolder, root } from "./clasp.mjs";
import { Failed } from "./failures.mjs";
import { editorOf } from "./project.mjs";

/** Files of earlier releases that this one has not: they are ours to take away. */
const FORMER = ["notices.html"];
const EMPTY = /^\s*(function myFunction\(\)\s*\{\s*\})?\s*$/;

/** Whether a file at Google is Tributary's, or the empty one of a new project: nobody's work is lost with it. */
const isOurs = (name, source) => {
  if (name === "appsscript.json" || FORMER.includes(name)) return true;
  if (name === "Code.js") return EMPTY.test(source) || source.includes("Tributary_");
  return name.endsWith(".html") && source.includes('<div id="sidebar" data-locale=""');
};

const settingsOf = ({ scriptId }) => JSON.stringify({ scriptId, rootDir: "files" });

/** What is in the project at Google now: sources by name, as clasp names them. */
const fetchFiles = ({ scriptId }) =>
  inFolder(async (cwd) => {
    await writeFile(join(cwd, ".clasp.json"), settingsOf({ scriptId }));
    const { pulledFiles } = JSON.parse(await clasp(["pull", "--json"], { cwd, scriptId }));
    const sources = pulledFiles.map(async (path) => {
      // clasp writes no file for an empty one.
      const source = await readFile(join(cwd, path), "utf8").catch(() => "");
      return [path.replaceAll("\\", "/").replace(/^files\//, ""), source];
    });
    return new Map(await Promise.all(sources));
  });

/** Says what will become of each file at Google; gives those that are not Tributary's. */
const announce = (project, remote, local) => {
  console.log(`The script ${editorOf(project)}:`);
  const foreign = [...remote].filter(([name, source]) => !isOurs(name, source));
  for (const [name, source] of local) {
    const former = remote.get(name);
    const fate = former === undefined ? "is added" : former === source ? "stays" : "is replaced";
    console.log(`  ${name} ${fate}`);
  }
  for (const name of remote.keys()) if (!local.has(name)) console.log(`  ${name} goes`);
  return foreign.map(([name]) => name);
};

const confirm = async (foreign, isSure) => {
  const names = foreign.join(", ");
  const warning = `Not of Tributary, and lost with this push: ${names}.`;
  if (isSure) return console.log(warning);
  if (!hasTerminal()) {
    throw new Failed(
      `${warning} Nothing was pushed. Keep a copy of it and push with --replace, or use a spreadsheet of its own.`,
    );
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(`${warning} Go on? (y/N) `);
  terminal.close();
  if (!/^y(es)?$/i.test(answer.trim())) throw new Failed("Nothing was pushed.");
};

const readDist = async () => {
  const names = (await readdir(join(root, "dist"))).sort();
  const sources = names.map((name) => readFile(join(root, "dist", name), "utf8"));
  const read = await Promise.all(sources);
  return new Map(names.map((name, at) => [name, read[at]]));
};

/**
 * Pushes dist/ whole, manifest included, over what is in the project (INSTALL-5). What is not Tributary's is replaced only where
 * a person says so. From a folder of its own, so that no setting of this one has a say in what is pushed. Gives whether
 * anything was pushed.
 */
export const pushFiles = async (project, { isSure = false, isNew = false } = {}) => {
  const local = await readDist();
  const remote = isNew ? new Map() : await fetchFiles(project);
  const foreign = announce(project, remote, local);
  if (foreign.length > 0) await confirm(foreign, isSure);
  if ([...local].every(([name, source]) => remote.get(name) === source)) {
    const others = [...remote.keys()].filter((name) => !local.has(name));
    const also =
      others.length === 0 ? "" : ` Delete ${others.join(", ")} in the editor, if you like.`;
    console.log(`It is this release already: nothing to push.${also}`);
    return false;
  }
  const pushed = await inFolder(async (cwd) => {
    await mkdir(join(cwd, "files"));
    for (const [name, source] of local) await writeFile(join(cwd, "files", name), source);
    await writeFile(join(cwd, ".clasp.json"), settingsOf(project));
    return JSON.parse(await clasp(["push", "--force", "--json"], { ...project, cwd }));
  });
  const names = pushed.map((path) => basename(path)).sort();
  if (names.join() !== [...local.keys()].join()) {
    throw new Failed(
      `Google took only some of the files: ${names.join(", ") || "none"}. Run “npm run push” again.`,
    );
  }
  return true;
};
