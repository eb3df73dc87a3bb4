import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { root } from "./clasp.mjs";
import { Failed } from "./failures.mjs";

/**
 * A person's own project, which git does not track; .clasp.json is the example beside it. Another file can be named, for whoever
 * keeps several spreadsheets from one folder.
 */
export const projectFile = resolve(root, process.env.TRIBUTARY_PROJECT ?? ".clasp.local.json");
const example = join(root, ".clasp.json");
const PLACEHOLDER = /^REPLACE|^$/;

const wrong = (file) =>
  new Failed(`${file} can't be read: it must be JSON with a "scriptId". Mend it, or delete it.`);

const readProject = async (file) => {
  if (!existsSync(file)) return undefined;
  try {
    const { scriptId, parentId, pages } = JSON.parse(await readFile(file, "utf8"));
    if (typeof scriptId !== "string") throw wrong(file);
    return {
      scriptId: scriptId.trim(),
      ...(typeof parentId === "string" && { parentId }),
      ...(pages === true && { pages }),
    };
  } catch (thrown) {
    throw thrown instanceof SyntaxError ? wrong(file) : thrown;
  }
};

/** The script id in what a person gave: the id itself, or the address of the script's editor. */
const idIn = (given) => /\/(?:d|projects)\/([\w-]+)/.exec(given)?.[1] ?? given.trim();

/** The project that this folder belongs to: the one named, else the person's own. Refuses a placeholder and what is no id. */
export const findProject = async (given) => {
  const own = await readProject(projectFile);
  const scriptId = given === undefined ? undefined : idIn(given);
  const project =
    scriptId === undefined
      ? (own ?? (await readProject(example)))
      : scriptId === own?.scriptId
        ? own
        : { scriptId };
  if (project === undefined || PLACEHOLDER.test(project.scriptId)) {
    throw new Failed(
      'This folder does not know your script yet. For a new spreadsheet: npm run new -- "Partner program". For one that you have: copy its id (Extensions > Apps Script > Project settings > Script ID), then: npm run push -- THE-ID',
    );
  }
  if (!/^[\w-]{20,}$/.test(project.scriptId)) {
    throw new Failed(
      `“${project.scriptId}” is no script id. Copy it from the spreadsheet: Extensions > Apps Script > Project settings > Script ID.`,
    );
  }
  return project;
};

/** The person's own project; undefined where there is none. */
export const ownProject = () => readProject(projectFile);

export const saveProject = (project) =>
  writeFile(projectFile, `${JSON.stringify({ ...project, rootDir: "dist" }, null, 2)}\n`);

/** The addresses of the script's editor and, where it is known, of the spreadsheet. */
export const editorOf = ({ scriptId }) => `https://script.google.com/d/${scriptId}/edit`;
export const addressOf = (project) =>
  project.parentId
    ? `https://docs.google.com/spreadsheets/d/${project.parentId}/edit`
    : editorOf(project);
