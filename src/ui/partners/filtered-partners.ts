import type { Figures } from "./partner-figures";
import type { IndexedPartner } from "./partner-index";

/** What narrows and orders the list of partners, beside its search; "" asks nothing. */
export interface PartnerFilters {
  readonly group: string;
  readonly status: "" | "active" | "archived" | "test";
  readonly owed: "" | "owed" | "nothing owed" | "owes";
  readonly sort: "" | "owed most" | "sold last" | "sold first";
}
export const noPartnerFilters: PartnerFilters = { group: "", status: "", owed: "", sort: "" };

type Of = ReadonlyMap<string, Figures>;
const sumOf = (figures: Figures | undefined): number =>
  (figures?.[2] ?? []).reduce((sum, [amount]) => sum + Number(amount), 0);

/** The partners that meet the filters, in the order asked for: by what is owed across currencies only roughly. */
export function filteredPartners(
  partners: readonly IndexedPartner[],
  filters: PartnerFilters,
  figures: Of,
): readonly IndexedPartner[] {
  const { group, status, owed, sort } = filters;
  const found = partners.filter(([key, , , of, mark]) => {
    // Currencies are never added together: +100 USD and −100 EUR are both something.
    const sums = (figures.get(key)?.[2] ?? []).map(([amount]) => Number(amount));
    const isOwed = {
      "": true,
      owed: sums.some((sum) => sum > 0),
      owes: sums.some((sum) => sum < 0),
      "nothing owed": sums.every((sum) => sum === 0),
    };
    return (
      (group === "" || of === group) &&
      (status === "" || (status === "active" ? mark === "" : mark === status)) &&
      isOwed[owed]
    );
  });
  if (sort === "") return found;
  const last = ([key]: IndexedPartner) => figures.get(key)?.[1] ?? "";
  const by = {
    "owed most": (a: IndexedPartner, b: IndexedPartner) =>
      sumOf(figures.get(b[0])) - sumOf(figures.get(a[0])),
    "sold last": (a: IndexedPartner, b: IndexedPartner) => last(b).localeCompare(last(a)),
    // Who never sold anything comes last in either order.
    "sold first": (a: IndexedPartner, b: IndexedPartner) =>
      (last(a) || "9").localeCompare(last(b) || "9"),
  }[sort];
  return [...found].sort(by);
}
