import { quoted } from "../kernel/cells";
import type { Key } from "../kernel/keys";
import type { Problem } from "../kernel/problem";
import type { Table } from "../tables/table";

/** The problem of a row whose key is not the one it was made with: it would pay for its cause once more (EDIT-7). */
export const copied = ({ sheet, columns }: Table, row: Key, madeAs: Key): Problem => ({
  code: "KEY_DUPLICATE",
  at: { table: sheet, row, column: columns.key?.header ?? "Key" },
  message: `This row was made as ${quoted(madeAs)}, so it counts for nothing under another key. Put that key back, or delete the row if it is a copy.`,
});
