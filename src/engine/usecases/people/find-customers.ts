import { clip } from "../../kernel/cells";
import { keyField, textField } from "../../kernel/fields";
import { input } from "../../kernel/input";
import type { Key } from "../../kernel/keys";
import type { RecordStatus } from "../../kernel/vocabulary";
import { findByText } from "../shared/find-by-text";
import { type Page, pageInputs, pageOf } from "../shared/paging";
import { useCase } from "../shared/use-case";

export interface FoundCustomer {
  readonly key: Key;
  /** Its key where it has no name. */
  readonly name: string;
  readonly email: string | null;
  readonly partner: Key | null;
  /** Blank without a partner. */
  readonly partnerName: string;
  readonly status: RecordStatus;
  readonly test: boolean;
}

/**
 * Finds customers, of one partner or of all, by name, e-mail or key, whatever the case and the accents: exact
 * hits first, then those that begin with the text, then the rest, each by name (REWARD-22).
 */
export const findCustomers = useCase({
  name: "find-customers",
  edits: "read only",
  inputs: {
    search: input("Search", textField, { hint: "A name, an e-mail or a key; blank lists all." }),
    partner: input("Partner", keyField, { hint: "Blank means the customers of all." }),
    ...pageInputs,
  },
  reads: ["settings", "partners", "customers"],
  decide: (work, { search, partner, ...asked }): Page<FoundCustomer> => {
    const rows =
      partner === null ? work.all("customers") : work.where("customers", "partner", partner);
    const found = findByText(rows, search ?? "", ({ name, email, key }) => [
      name ?? key,
      email ?? "",
      key,
    ]);
    return pageOf(found, asked, ({ key, name, email, partner: owner, status, test }) => ({
      key,
      name: clip(name ?? key),
      email: email && clip(email, 254),
      partner: owner,
      partnerName: clip(work.get("partners", owner)?.name ?? owner ?? ""),
      status,
      test,
    }));
  },
});
