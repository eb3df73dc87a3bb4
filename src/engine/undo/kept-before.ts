import type { Cell, FieldContext } from "../kernel/fields";
import { type Reward, tables } from "../tables";
import { type Column, columnContext, printCell } from "../tables/table";

/** The columns in which a reward keeps what was accepted last of others, so that an undo can tell them from those (EDIT-1). */
const kept = ["accepted", "acceptedFor"] as const;
type Cells = Readonly<Record<string, Cell>>;

/** What a reward kept while those cells were so; a column of which nothing is kept is left out. */
export function keptBefore(reward: Reward, cells: Cells, context: FieldContext): Cells {
  const said = (id: string): unknown => {
    const column = tables.rewards.columns[id as "amount"] as Column<unknown>;
    const read = column.field.parse(cells[id] ?? "", columnContext(column, reward, context));
    // No invoice is kept as a text of its own: one of an earlier release is not known.
    return cells[id] === "" || !read.ok ? (id === "invoice" ? "" : null) : read.value;
  };
  return Object.fromEntries(
    kept.flatMap((column) => {
      const now = reward[column];
      // One that an earlier release wrote stays as it wrote it, and so do the seals that its runs left.
      if (now === null || ("of" in now ? now.of : now.earnedOn) === null) return [];
      const before = Object.entries(now).map(([id, value]) => [id, id in cells ? said(id) : value]);
      const record = { ...reward, [column]: Object.fromEntries(before) };
      return [[column, printCell(tables.rewards, column, record, context)]];
    }),
  );
}
