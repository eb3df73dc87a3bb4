import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { clasp, inFolder } from "./clasp.mjs";
import { Failed } from "./failures.mjs";

/** Runs a clasp command on this project, from a folder of its own, and parses its JSON output. */
const claspJson = (project, args) =>
  inFolder(async (cwd) => {
    const { scriptId } = project;
    await writeFile(join(cwd, ".clasp.json"), JSON.stringify({ scriptId }));
    return JSON.parse(await clasp([...args, "--json"], { scriptId, cwd }));
  });

/**
 * Has the partner pages served by what was just pushed: each deployment gets a new version, and keeps its address. Only where
 * a person wanted that once, since the manifest then says who can open them (INSTALL-11). Gives whether they are kept up to date.
 */
export const updatePages = async (project, how) => {
  try {
    return await update(project, how);
  } catch (thrown) {
    if (!how.isWanted || !(thrown instanceof Failed)) throw thrown;
    // The next push finds nothing to push, and would leave the pages alone unless asked.
    thrown.message = `The script is up to date, but the partner pages were not all updated. Do what is said below, then run “npm run push -- --pages”.\n${thrown.message}`;
    throw thrown;
  }
};

const update = async (project, { isWanted, isPushed }) => {
  const all = await claspJson(project, ["list-deployments"]);
  // The editor's own test deployment has no version: it serves what is there.
  const served = all.filter(({ versionNumber }) => versionNumber !== undefined);
  if (served.length === 0) {
    if (isWanted) console.log("There are no partner pages yet: nothing is deployed.");
    return isWanted;
  }
  if (!isWanted) {
    if (isPushed) {
      console.log(
        "The partner pages still come from the former release. To update them, too, at the same address and for anyone with a link: npm run push -- --pages",
      );
    }
    return false;
  }
  let version;
  for (const { deploymentId, description } of served) {
    const to = version === undefined ? [] : ["-V", String(version)];
    const said = description ? ["-d", description] : [];
    const done = await claspJson(project, ["update-deployment", deploymentId, ...to, ...said]);
    version = done.versionNumber;
    console.log(`The partner pages are of this release, at the same address (${deploymentId}).`);
  }
  return true;
};
