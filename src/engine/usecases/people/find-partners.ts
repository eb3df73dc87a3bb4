import { clip } from "../../kernel/cells";
import { findByText } from "../shared/find-by-text";
import { list } from "../shared/list";

/**
 * Finds partners by name, e-mail or key, whatever the case and the accents (REWARD-22): exact hits
 * first, then those that begin with the text, then the rest, each by name.
 */
export const findPartners = list({
  name: "find-partners",
  reads: ["partners"],
  hint: "A name, an e-mail or a key; blank lists all.",
  rows: (work, { search }) =>
    findByText(work.all("partners"), search ?? "", ({ name, email, key }) => [
      name,
      email ?? "",
      key,
    ]),
  show:
    () =>
    ({ key, name, email, group, status, test }) => ({
      key,
      name: clip(name),
      email: email && clip(email, 254),
      group: group && clip(group),
      status,
      test,
    }),
});
