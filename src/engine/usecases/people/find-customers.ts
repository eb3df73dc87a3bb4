import { clip } from "../../kernel/cells";
import { keyField } from "../../kernel/fields";
import { input } from "../../kernel/input";
import { findByText } from "../shared/find-by-text";
import { list, matching } from "../shared/list";
import { customerName, partnerName } from "../shared/names";

/**
 * Finds customers, of one partner or of all, by name, e-mail or key, whatever the case and the accents: exact
 * hits first, then those that begin with the text, then the rest, each by name (REWARD-22).
 */
export const findCustomers = list({
  name: "find-customers",
  reads: ["partners", "customers"],
  hint: "A name, an e-mail or a key; blank lists all.",
  filters: { partner: input("Partner", keyField, { hint: "Blank means all partners." }) },
  rows: (work, { search, partner }) =>
    findByText(matching(work, "customers", { partner }), search ?? "", ({ name, email, key }) => [
      name ?? key,
      email ?? "",
      key,
    ]),
  show:
    (work) =>
    ({ key, email, partner, status, test }) => ({
      key,
      name: customerName(work, key),
      email: email && clip(email, 254),
      partner,
      partnerName: partnerName(work, partner),
      status,
      test,
    }),
});
