import { loggedIn, main } from "./google/clasp.mjs";
import { updatePages } from "./google/pages.mjs";
import { addressOf, findProject, ownProject, saveProject } from "./google/project.mjs";
import { pushFiles } from "./google/push-files.mjs";

// npm run push [-- SCRIPT-ID] [-- --replace] [-- --pages]: puts dist/ into a person's own script (docs/install/one-command.md).
await main(async () => {
  const args = process.argv.slice(2);
  const project = await findProject(args.find((each) => !each.startsWith("-")));
  const isAsked = args.includes("--pages");
  const isPushed = await loggedIn(() => pushFiles(project, { isSure: args.includes("--replace") }));
  const own = await ownProject();
  if (own === undefined) await saveProject(project);
  if (isPushed || isAsked) {
    const isWanted = isAsked || project.pages === true;
    const isKept = await updatePages(project, { isWanted, isPushed });
    if (isKept && project.pages !== true && (own ?? project).scriptId === project.scriptId) {
      await saveProject({ ...project, pages: true });
    }
  }
  console.log(`Done. Reload the spreadsheet: ${addressOf(project)}`);
});
