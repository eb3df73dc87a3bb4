import type { Changeset } from "../../engine/program/changeset";
import { type MadeRow, takeBack } from "../../engine/program/made-for-gone";
import type { Raw } from "../codec/codec";
import type { Book } from "./book";
import { type CommitOptions, type Committed, commit } from "./commit";
import { keyTextOf } from "./key-text";
import type { TableSheets } from "./load";
import { keyOfIdentity, type TableSheet } from "./table-sheet";

/**
 * Takes back what was made for rows that were gone when their marks were to be written (REFUSAL-1h): right after their
 * changes, and before the journal of these is cleared. Old changes are given as `old`: of these, only rows that they have just
 * added are taken back, since a later run may have made the others.
 */
export function takeBackMade(
  book: Book,
  tables: TableSheets,
  changes: Changeset,
  committed: Committed,
  { old, ...options }: CommitOptions & { readonly old?: Changeset | undefined } = {},
): Committed {
  const made = (name: MadeRow["table"]) =>
    old ? madeIn(name, old, undefined) : madeIn(name, changes, tables.get(name));
  const { removed, problems } = takeBack(changes, committed.problems, () => [
    ...made("rewards"),
    ...made("drips"),
  ]);
  if (removed.effects.length === 0) return committed;
  const back = commit(book, tables, removed, options);
  return {
    problems: [...problems, ...back.problems],
    refused: [...committed.refused, ...back.refused],
  };
}

/** The rewards or drips that changes add, whether or not Google refused that, and those of the sheet. */
function madeIn(
  name: MadeRow["table"],
  { effects }: Changeset,
  table: TableSheet | undefined,
): readonly MadeRow[] {
  const made = new Map<string, MadeRow>();
  const add = (key: string, cell: (id: string) => Raw) => {
    const text = (id: string) => keyTextOf(cell(id));
    made.set(key, {
      table: name,
      key,
      trigger: text("trigger"),
      drip: name === "drips" ? key : text("drip"),
      isFinal: name === "rewards" && text("payout") + text("firstInvoice") !== "",
    });
  };
  for (const effect of effects) {
    if (effect.kind === "insert" && effect.table === name)
      add(effect.key, (id) => String(effect.cells[id] ?? ""));
  }
  for (const [identity, place] of table?.index ?? []) {
    const row = table?.rows[place] ?? [];
    add(keyOfIdentity(identity), (id) => row[table?.columns.byId.get(id) ?? -1] ?? "");
  }
  return [...made.values()];
}
