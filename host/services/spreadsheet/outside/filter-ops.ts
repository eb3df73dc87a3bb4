import type { Plain } from "../../../realm/inside/bridge";
import type { Op } from "../../../realm/outside-service";
import {
  type ColumnFilter,
  createFilter,
  filterColumn,
  removeFilter,
  sortFilter,
} from "../../../workbook";
import { rectOf, type Scope } from "./scope";

/** A sheet's filter; what it hides in a column is passed as JSON. */
export const filterOps = ({
  book,
  checkMayEdit,
  execution,
  sheet,
}: Scope): Readonly<Record<string, Op>> => {
  const changing =
    (change: (...args: readonly Plain[]) => void): Op =>
    (...args) => {
      execution.change();
      const at = sheet(args[0]);
      checkMayEdit(at, at.filter === null ? rectOf(args) : at.filter.rect);
      change(...args);
      return undefined;
    };
  return {
    "filter.range": (id) => {
      const rect = sheet(id).filter?.rect;
      return rect === undefined ? null : [rect.row, rect.column, rect.rows, rect.columns];
    },
    "filter.column": (id, column) =>
      JSON.stringify(sheet(id).filter?.columns[Number(column)] ?? null),
    "filter.create": changing((...args) => createFilter(book, sheet(args[0]), rectOf(args))),
    "filter.remove": changing((id) => removeFilter(book, sheet(id))),
    "filter.setColumn": changing((id, column, json) =>
      filterColumn(
        book,
        sheet(id),
        Number(column),
        JSON.parse(String(json)) as ColumnFilter | null,
      ),
    ),
    "filter.sort": changing((id, column, ascending) =>
      sortFilter(book, sheet(id), Number(column), ascending === true),
    ),
    "rows.isFiltered": (id, row) => sheet(id).rows[Number(row) - 1]?.filtered ?? false,
  };
};
