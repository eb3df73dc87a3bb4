import { Button } from "../parts/button";
import { Icon } from "../parts/icon";
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
    const sum = sumOf(figures.get(key));
    return (
      (group === "" || of === group) &&
      (status === "" || (status === "active" ? mark === "" : mark === status)) &&
      (owed === "" || (owed === "owed" ? sum > 0 : owed === "owes" ? sum < 0 : sum === 0))
    );
  });
  if (sort === "") return found;
  const last = ([key]: IndexedPartner) => figures.get(key)?.[1] ?? "";
  const by = {
    "owed most": (a: IndexedPartner, b: IndexedPartner) =>
      sumOf(figures.get(b[0])) - sumOf(figures.get(a[0])),
    "sold last": (a: IndexedPartner, b: IndexedPartner) => (last(a) < last(b) ? 1 : -1),
    "sold first": (a: IndexedPartner, b: IndexedPartner) => (last(a) < last(b) ? -1 : 1),
  }[sort];
  return [...found].sort(by);
}

const words = {
  status: ["active", "archived", "test"],
  owed: ["owed", "nothing owed", "owes"],
  sort: ["owed most", "sold last", "sold first"],
} as const;
const labels = {
  owed: "Something is owed",
  "nothing owed": "Nothing is owed",
  owes: "Owes the program",
  "owed most": "Most owed first",
  "sold last": "Latest sale first",
  "sold first": "Oldest sale first",
  active: "Active",
  archived: "Archived",
  test: "Test",
} as const;

/** The filters of the list, which fold away. */
export function PartnerFilterFold(props: {
  readonly filters: PartnerFilters;
  readonly groups: readonly string[];
  readonly onFilters: (filters: PartnerFilters) => void;
}) {
  const { filters, groups, onFilters } = props;
  const active = Object.values(filters).filter(Boolean).length;
  const field = (id: keyof PartnerFilters, label: string, none: string) => (
    <p class="field">
      <label for={`partners-${id}`}>{label}</label>
      <select
        id={`partners-${id}`}
        value={filters[id]}
        onChange={({ currentTarget }) => onFilters({ ...filters, [id]: currentTarget.value })}
      >
        <option value="">{none}</option>
        {(id === "group" ? groups : words[id]).map((word) => (
          <option key={word} value={word}>
            {id === "group" ? word : labels[word as keyof typeof labels]}
          </option>
        ))}
      </select>
    </p>
  );
  return (
    <details class="filters" open={active > 0}>
      <summary class="line">
        {active > 0 ? `Filter and sort (${active})` : "Filter and sort"} <Icon name="down" />
      </summary>
      <div class="filter-fields">
        {field("group", "Group", "All")}
        {field("status", "Status", "All")}
        {field("owed", "Owed", "All")}
        {field("sort", "Sort by", "Name")}
      </div>
      {active > 0 && (
        <Button look="text" onClick={() => onFilters(noPartnerFilters)}>
          Clear filters
        </Button>
      )}
    </details>
  );
}
