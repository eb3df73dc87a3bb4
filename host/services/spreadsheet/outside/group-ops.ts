import type { Op } from "../../../realm/outside-service";
import {
  columnDepth,
  columnGroup,
  foldColumns,
  isFolded,
  shiftColumnDepth,
} from "../../../workbook/structure/column-groups";
import type { Scope } from "./scope";

/** Groups of columns; carried out at once, after the writes before them. */
export const groupOps = ({ book, execution, sheet }: Scope): Readonly<Record<string, Op>> => ({
  "groups.depth": (id, column) => columnDepth(sheet(id), Number(column)),
  "groups.get": (id, column, depth) => {
    const at = sheet(id);
    const group = columnGroup(at, Number(column), Number(depth));
    return [group.first, group.last, isFolded(at, group)] as never;
  },
  "groups.shift": (id, first, count, delta) => {
    execution.change();
    shiftColumnDepth(sheet(id), Number(first), Number(count), Number(delta));
    book.version += 1;
    return undefined;
  },
  "groups.fold": (id, column, depth, folds) => {
    execution.change();
    const at = sheet(id);
    foldColumns(at, columnGroup(at, Number(column), Number(depth)), folds === true);
    book.version += 1;
    return undefined;
  },
});
