import { clip } from "../cells";
import { keyField } from "../fields";
import type { Key } from "../keys";
import type { Partner } from "../tables";
import { input, useCase } from "./use-case";

/** A partner as the sidebar's search keeps it: key, name, e-mail, group, and "archived" or "test" where it is so. */
export type IndexedPartner = readonly [
  key: Key,
  name: string,
  email: string,
  group: string,
  mark: "" | "archived" | "test",
];
export interface IndexPartnersOutput {
  /** By key. */
  readonly partners: readonly IndexedPartner[];
  /** Where the next page begins; null after the last. */
  readonly next: Key | null;
  readonly total: number;
}

/** Bytes of JSON in one page: a reply stays under 100 kB. */
const LONGEST_PAGE = 90_000;

/** At least the bytes of a text as it is sent: a character beyond ASCII takes up to three. */
const bytesOf = (text: string): number =>
  text.length + 2 * (text.match(/[^\u0020-\u007e]/g)?.length ?? 0);

/**
 * The partners in pages as compact as can be, so that the sidebar searches all of them at every key without asking
 * again. Pages follow the keys: rows that are sorted or put in between two pages lose none.
 */
export const indexPartners = useCase({
  name: "index-partners",
  writes: false,
  inputs: { after: input("After", keyField, { hint: "The last page's next; blank begins." }) },
  reads: ["settings", "partners"],
  decide: (work, { after }): IndexPartnersOutput => {
    const all = [...work.all("partners")].sort((a, b) => (a.key < b.key ? -1 : 1));
    const partners: IndexedPartner[] = [];
    let length = 0;
    for (const partner of after === null ? all : all.filter(({ key }) => key > after)) {
      const line = indexed(partner);
      length += bytesOf(JSON.stringify(line)) + 1;
      const last = partners[partners.length - 1];
      if (last && length > LONGEST_PAGE) return { partners, next: last[0], total: all.length };
      partners.push(line);
    }
    return { partners, next: null, total: all.length };
  },
});

const indexed = ({ key, name, email, group, status, test }: Partner): IndexedPartner => [
  key,
  clip(name),
  clip(email ?? "", 254),
  clip(group ?? ""),
  status === "archived" ? "archived" : test ? "test" : "",
];
