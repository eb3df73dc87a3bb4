import { clip } from "../../kernel/cells";
import { textField } from "../../kernel/fields";
import { input } from "../../kernel/input";
import type { RecordStatus } from "../../kernel/vocabulary";
import { findByText } from "../shared/find-by-text";
import { type Page, pageInputs, pageOf } from "../shared/paging";
import { useCase } from "../shared/use-case";

export interface FoundPartner {
  readonly key: string;
  readonly name: string;
  readonly email: string | null;
  readonly group: string | null;
  readonly status: RecordStatus;
  readonly test: boolean;
}

/**
 * Finds partners by name, e-mail or key, whatever the case and the accents (REWARD-22): exact hits
 * first, then those that begin with the text, then the rest, each by name.
 */
export const findPartners = useCase({
  name: "find-partners",
  edits: "read only",
  inputs: {
    search: input("Search", textField, { hint: "A name, an e-mail or a key; blank lists all." }),
    ...pageInputs,
  },
  reads: ["settings", "partners"],
  decide: (work, { search, ...asked }): Page<FoundPartner> => {
    const found = findByText(work.all("partners"), search ?? "", ({ name, email, key }) => [
      name,
      email ?? "",
      key,
    ]);
    return pageOf(found, asked, ({ key, name, email, group, status, test }) => ({
      key,
      name: clip(name),
      email: email && clip(email, 254),
      group: group && clip(group),
      status,
      test,
    }));
  },
});
