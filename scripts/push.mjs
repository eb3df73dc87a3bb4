import { loggedIn, main } from "./google/clasp.mjs";
import { addressOf, findProject, ownProject, saveProject } from "./google/project.mjs";
import { pushFiles } from "./google/push-files.mjs";

// npm run push [-- SCRIPT-ID] [-- --replace]: puts dist/ into a person's own script (docs/install/one-command.md).
await main(async () => {
  const args = process.argv.slice(2);
  const project = await findProject(args.find((each) => !each.startsWith("-")));
  await loggedIn(() => pushFiles(project, { isSure: args.includes("--replace") }));
  if ((await ownProject()) === undefined) await saveProject(project);
  console.log(`Done. Reload the spreadsheet: ${addressOf(project)}`);
});
