import type { Input, Output } from "../../engine/contract/contract";
import { wordsOf } from "../form/definitions";
import { capitalize } from "../format/words";
import { Button } from "../parts/button";
import { Icon } from "../parts/icon";
import { isWide } from "../state/opened-as";

type Given = Input<"list-rewards">;
export type Grouping = Exclude<NonNullable<Input<"sum-rewards">["by"]>, "">;

/** What narrows, orders and groups the rewards of the review, beside its search and status; "" asks nothing. */
export interface Filters {
  readonly partner: string;
  readonly trigger: string;
  readonly source: NonNullable<Given["source"]> | "";
  readonly reason: string;
  readonly least: string;
  readonly most: string;
  readonly sort: NonNullable<Given["sort"]> | "";
  readonly by: Grouping | "";
}
export const noFilters: Filters = {
  partner: "",
  trigger: "",
  source: "",
  reason: "",
  least: "",
  most: "",
  sort: "",
  by: "",
};

/** The filter by which a group's rewards are found; "" is the group of those without. */
export const groupFilter = (by: Grouping, key: string): Given =>
  key === "" && (by === "trigger" || by === "reason") ? { without: by } : { [by]: key };

const groupings = wordsOf("sum-rewards", "by") as readonly Grouping[];
const orders = wordsOf("list-rewards", "sort") as readonly Given["sort"][];
const plain = (words: readonly (string | null | undefined)[]) =>
  words.flatMap((word) => (word ? [{ key: word, name: capitalize(word) }] : []));

/** The filters, which fold away; they stand side by side where there is room. */
export function FilterFold(props: {
  readonly filters: Filters;
  readonly choices: Output<"sum-rewards">["choices"] | undefined;
  readonly onFilters: (filters: Filters) => void;
  readonly onOpen: () => void;
}) {
  const { filters, choices, onFilters, onOpen } = props;
  const { sort, ...others } = filters;
  const active = Object.values(isWide ? others : filters).filter(Boolean).length;
  const set = (change: Partial<Filters>) => onFilters({ ...filters, ...change });
  const choose = (
    id: keyof Filters,
    label: string,
    options: readonly { readonly key: string; readonly name: string }[] = [],
    none = "All",
  ) => (
    <p class="field">
      <label for={`filter-${id}`}>{label}</label>
      <select
        id={`filter-${id}`}
        value={filters[id]}
        onChange={({ currentTarget }) => set({ [id]: currentTarget.value })}
      >
        <option value="">{none}</option>
        {options.map(({ key, name }) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </select>
    </p>
  );
  const amount = (id: "least" | "most", label: string) => (
    <p class="field">
      <label for={`filter-${id}`}>{label}</label>
      <input
        id={`filter-${id}`}
        type="text"
        autocomplete="off"
        inputMode="decimal"
        value={filters[id]}
        onInput={({ currentTarget }) => set({ [id]: currentTarget.value })}
      />
    </p>
  );
  return (
    <details
      class="filters"
      open={isWide || active > 0}
      onToggle={({ currentTarget }) => currentTarget.open && onOpen()}
    >
      <summary class="line">
        {active > 0 ? `Filter, sort, group (${active})` : "Filter, sort, group"}{" "}
        <Icon name="down" />
      </summary>
      <div class="filter-fields">
        {choose("partner", "Partner", choices?.partners)}
        {choose("trigger", "Trigger", choices?.triggers)}
        {choose("source", "Made by", plain(choices?.sources ?? []))}
        {choose("reason", "Reason", choices?.reasons)}
        {amount("least", "Amount from")}
        {amount("most", "Amount to")}
        {!isWide && choose("sort", "Sort by", plain(orders), "Newest first")}
        {choose("by", "Group by", plain(groupings), "Nothing")}
      </div>
      {active > 0 && (
        <Button look="text" onClick={() => onFilters({ ...noFilters, sort })}>
          Clear filters
        </Button>
      )}
    </details>
  );
}
