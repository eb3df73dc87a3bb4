import { takeWhileFits } from "../../kernel/bytes";
import { clip } from "../../kernel/cells";
import { keyField } from "../../kernel/fields";
import { input } from "../../kernel/input";
import type { Key } from "../../kernel/keys";
import { ownKey, sortBy } from "../../kernel/order";
import type { Partner } from "../../tables";
import { useCase } from "../shared/use-case";

/** A partner as the sidebar's search keeps it: key, name, e-mail, group, and "archived" or "test" where it is so. */
export type IndexedPartner = readonly [
  key: Key,
  name: string,
  email: string,
  group: string,
  mark: "" | "archived" | "test",
];
/** Bytes of JSON in one page: a reply stays under 100 kB. */
const LONGEST_PAGE = 90_000;

/**
 * The partners in pages as compact as can be, so that the sidebar searches all of them at every key without asking
 * again. Pages follow the keys: rows that are sorted or put in between two pages lose none.
 */
export const indexPartners = useCase({
  name: "index-partners",
  edits: "read only",
  inputs: { after: input("After", keyField, { hint: "The last page's next; blank begins." }) },
  reads: ["partners"],
  decide: (work, { after }) => {
    const all = sortBy(work.all("partners"), ownKey);
    const rest = after === null ? all : all.filter(({ key }) => key > after);
    const partners = takeWhileFits(rest, LONGEST_PAGE, indexed);
    const isWhole = partners.length === rest.length;
    const last = partners[partners.length - 1];
    return { partners, next: isWhole || !last ? null : last[0], total: all.length };
  },
});

const indexed = ({ key, name, email, group, status, test }: Partner): IndexedPartner => [
  key,
  clip(name),
  clip(email ?? "", 254),
  clip(group ?? ""),
  status === "archived" ? "archived" : test ? "test" : "",
];
