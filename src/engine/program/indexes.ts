import type { Key } from "../kernel/keys";

/** Records, and of some columns which of them hold each value. */
interface Indexed {
  readonly records: ReadonlyMap<Key, Readonly<Record<string, unknown>>>;
  readonly indexes: Map<string, Map<unknown, Set<Key>>>;
}

/** Adds a key to those of a value. */
export function addTo(index: Map<unknown, Set<Key>>, value: unknown, key: Key): void {
  index.set(value, (index.get(value) ?? new Set()).add(key));
}

/** A column's index; built when it is first asked for. */
export function indexOf(sheet: Indexed, column: string): Map<unknown, Set<Key>> {
  const known = sheet.indexes.get(column);
  if (known) return known;
  const index = new Map<unknown, Set<Key>>();
  for (const [key, record] of sheet.records) addTo(index, record[column], key);
  sheet.indexes.set(column, index);
  return index;
}
