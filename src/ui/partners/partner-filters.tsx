import { Button } from "../parts/button";
import { Icon } from "../parts/icon";
import { noPartnerFilters, type PartnerFilters } from "./filtered-partners";

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
