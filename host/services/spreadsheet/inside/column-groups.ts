import type { Methods } from "../../../realm/inside/define-class";
import { exception } from "../../../realm/inside/exception";
import { chain } from "../../../realm/inside/kit";
import type { Context, Place } from "./context";

interface Group {
  readonly sheet: number;
  readonly column: number;
  readonly depth: number;
}

/** Groups of columns that fold; rows have none here. */
export const defineColumnGroups = ({ kit, range }: Context) => {
  const whole = (value: unknown, name: string): number => {
    if (!Number.isInteger(value))
      throw exception(`Cannot convert ${String(value)} to int: ${name}`);
    return value as number;
  };
  /** First and last column and whether it is folded; throws where the group is gone. */
  const found = ({ sheet, column, depth }: Group): readonly [number, number, boolean] =>
    kit.ask("groups.get", sheet, column, depth) as unknown as [number, number, boolean];
  const groups = kit.define<Group>("SpreadsheetApp.Group", {
    getDepth: (group) => {
      found(group);
      return group.depth;
    },
    getRange: (group) => {
      const [first, last] = found(group);
      const [rows] = kit.ask("sheet.size", group.sheet) as unknown as [number, number];
      const columns = last - first + 1;
      return range({ sheet: group.sheet, row: 1, column: first, rows, columns, whole: "columns" });
    },
    getControlIndex: (group) => found(group)[1] + 1,
    isCollapsed: (group) => found(group)[2],
    collapse: (group) => {
      kit.ask("groups.fold", group.sheet, group.column, group.depth, true);
      return chain;
    },
    expand: (group) => {
      kit.ask("groups.fold", group.sheet, group.column, group.depth, false);
      return chain;
    },
    remove: (group) => {
      const [first, last] = found(group);
      kit.ask("groups.shift", group.sheet, first, last - first + 1, -1);
    },
  });
  const ofSheet: Methods<number> = {
    getColumnGroup: (sheet, column: unknown, depth: unknown) => {
      const group = {
        sheet,
        column: whole(column, "columnIndex"),
        depth: whole(depth, "groupDepth"),
      };
      found(group);
      return groups.make(group);
    },
    getColumnGroupDepth: (sheet, column: unknown) =>
      kit.ask("groups.depth", sheet, whole(column, "columnIndex")),
  };
  const ofRange: Methods<Place> = {
    shiftColumnGroupDepth: ({ sheet, column, columns }, delta: unknown) => {
      kit.ask("groups.shift", sheet, column, columns, whole(delta, "delta"));
      return chain;
    },
  };
  return { ofSheet, ofRange };
};
