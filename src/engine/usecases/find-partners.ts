import { textField } from "../fields";
import type { Partner } from "../tables";
import type { RecordStatus } from "../vocabulary";
import { type Page, pageInput, pageOf } from "./paging";
import { input, useCase } from "./use-case";

export interface FoundPartner {
  readonly key: string;
  readonly name: string;
  readonly email: string | null;
  readonly group: string | null;
  readonly status: RecordStatus;
  readonly test: boolean;
}

/**
 * Finds partners by name, e-mail or key, whatever the case and the accents (product.md §5): exact hits
 * first, then those that begin with the text, then the rest, each by name.
 */
export const findPartners = useCase({
  name: "find-partners",
  writes: false,
  inputs: {
    search: input("Search", textField, { hint: "A name, an e-mail or a key; blank lists all." }),
    page: pageInput,
  },
  reads: ["settings", "partners"],
  decide: (work, { search, page }): Page<FoundPartner> => {
    const wanted = folded(search ?? "");
    const found = work
      .all("partners")
      .map((partner) => ({ partner, rank: rankOf(partner, wanted), name: folded(partner.name) }))
      .filter(({ rank }) => rank < NO_HIT)
      .sort(
        (a, b) =>
          a.rank - b.rank || compare(a.name, b.name) || compare(a.partner.key, b.partner.key),
      );
    return pageOf(found, page, ({ partner: { key, name, email, group, status, test } }) => ({
      key,
      name,
      email,
      group,
      status,
      test,
    }));
  },
});

const NO_HIT = 3;

/** 0 for an exact hit, 1 for a beginning, 2 for a part. */
function rankOf({ key, name, email }: Partner, wanted: string): number {
  const texts = [name, email ?? "", key].map(folded);
  if (texts.includes(wanted)) return 0;
  if (texts.some((text) => text.startsWith(wanted))) return 1;
  return texts.some((text) => text.includes(wanted)) ? 2 : NO_HIT;
}

/** Text as it is searched: without case and accents. */
const folded = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .trim()
    .toLowerCase();

const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
