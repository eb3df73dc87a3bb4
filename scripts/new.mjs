import { clasp, inFolder, loggedIn, main, openSpreadsheet } from "./google/clasp.mjs";
import { Failed } from "./google/failures.mjs";
import { addressOf, ownProject, projectFile, saveProject } from "./google/project.mjs";
import { pushFiles } from "./google/push-files.mjs";

// npm run new -- "Partner program": a new spreadsheet with the script in it (docs/install/one-command.md).
await main(async () => {
  const title = process.argv.slice(2).join(" ").trim();
  if (title === "") {
    throw new Failed('Say how the spreadsheet is to be called: npm run new -- "Partner program"');
  }
  const own = await ownProject();
  if (own !== undefined) {
    throw new Failed(
      `This folder already belongs to a script: ${addressOf(own)}. “npm run push” updates it. For another one, rename ${projectFile} first.`,
    );
  }
  const project = await loggedIn(() => create(title));
  await saveProject(project);
  console.log(`Made the spreadsheet “${title}”: ${addressOf(project)}`);
  await pushFiles(project, { isNew: true });
  console.log(
    `Done: ${addressOf(project)}\nIn the spreadsheet, choose Tributary > Open the sidebar (reload it if there is no menu yet).`,
  );
  await openSpreadsheet(projectFile);
});

/** Makes the spreadsheet with a script bound to it; in a folder of its own, since clasp writes the new script's files there. */
async function create(title) {
  const args = ["create-script", "--type", "sheets", "--title", title];
  const said = await inFolder((cwd) => clasp(args, { cwd })).catch((thrown) => thrown);
  const words = said instanceof Error ? said.message : said;
  // Both ids are told before clasp fetches the new script's files: then that alone has failed, and nothing is lost.
  const parentId = /open\?id=([\w-]+)/.exec(words)?.[1];
  const scriptId = /\/d\/([\w-]+)\/edit/.exec(words)?.[1];
  if (parentId && scriptId) return { scriptId, parentId };
  if (!(said instanceof Failed)) throw said instanceof Error ? said : new Failed(words);
  throw new Failed(`${words}\nIf Drive shows an empty spreadsheet of that name, delete it.`);
}
