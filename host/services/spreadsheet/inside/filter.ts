import type { Methods } from "../../../realm/inside/define-class";
import { exception } from "../../../realm/inside/exception";
import { chain } from "../../../realm/inside/kit";
import { conditionsOfCells } from "./conditions-of-cells";
import { at, type Context, type Place } from "./context";

/** What a filter hides in a column, as the workbook stores it. */
interface Criteria {
  readonly hidden: readonly string[];
  readonly criteria: string | null;
  readonly values: readonly unknown[];
}

interface Draft {
  criteria: Criteria;
}

/** The filter of a sheet, what it hides in a column, and the builder of that. */
export const defineFilter = ({ kit, range }: Context) => {
  const states = new WeakMap<object, Criteria>();
  const getters: Methods<Criteria> = {
    getCriteriaType: ({ criteria }) =>
      criteria === null ? null : kit.enumeration("BooleanCriteria")[criteria],
    getCriteriaValues: ({ values }) => [...values],
    getHiddenValues: ({ hidden }) => [...hidden],
    copy: (criteria) => builders.make({ criteria }),
  };
  const criterias = kit.define<Criteria>("SpreadsheetApp.FilterCriteria", getters);
  const make = (criteria: Criteria): object => {
    const made = criterias.make(criteria);
    states.set(made, criteria);
    return made;
  };
  const set = (draft: Draft, change: Partial<Criteria>): typeof chain => {
    draft.criteria = { ...draft.criteria, ...change };
    return chain;
  };
  const methods: Record<string, (draft: Draft, ...args: never[]) => unknown> = {};
  for (const name of Object.keys(getters)) {
    methods[name] = (draft, ...args) => getters[name]?.(draft.criteria, ...args);
  }
  for (const [name, criteria] of Object.entries(conditionsOfCells)) {
    methods[name] = (draft, ...values: unknown[]) => set(draft, { criteria, values });
  }
  const builders = kit.define<Draft>("SpreadsheetApp.FilterCriteriaBuilder", {
    ...methods,
    setHiddenValues: (draft, values: unknown[]) => set(draft, { hidden: values.map(String) }),
    build: ({ criteria }) => make(criteria),
  });
  const filters = kit.define<number>("SpreadsheetApp.Filter", {
    getRange: (id) => {
      const [row = 1, column = 1, rows = 1, columns = 1] = kit.ask("filter.range", id) as number[];
      return range({ sheet: id, row, column, rows, columns });
    },
    getColumnFilterCriteria: (id, column: number) => {
      const kept = JSON.parse(String(kit.ask("filter.column", id, column))) as Criteria | null;
      return kept === null ? null : make(kept);
    },
    setColumnFilterCriteria: (id, column: number, value: unknown) => {
      const criteria = value === null ? null : states.get(value as object);
      if (criteria === undefined) throw exception("The value is no FilterCriteria.");
      kit.ask("filter.setColumn", id, column, JSON.stringify(criteria));
      return chain;
    },
    removeColumnFilterCriteria: (id, column: number) => {
      kit.ask("filter.setColumn", id, column, "null");
      return chain;
    },
    sort: (id, column: number, ascending: boolean) => {
      kit.ask("filter.sort", id, column, ascending);
      return chain;
    },
    remove: (id) => void kit.ask("filter.remove", id),
  });
  return {
    builder: () => builders.make({ criteria: { hidden: [], criteria: null, values: [] } }),
    /** The filter of a sheet; null when it has none. */
    of: (sheet: number): object | null =>
      kit.ask("filter.range", sheet) === null ? null : filters.make(sheet),
    create: (place: Place): object => {
      kit.ask("filter.create", ...at(place));
      return filters.make(place.sheet);
    },
  };
};
