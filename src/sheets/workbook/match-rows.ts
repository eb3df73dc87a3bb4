import type { Raw } from "../codec/codec";

import { keyTextOf } from "./key-text";

/**
 * For each row read again, the index of the same row in memory, or -1 if memory has no such row. Rows are matched by
 * key (SHEET-20); those that share a key, or have none, by the contents of the given columns, then by their order.
 */
export function matchRows(
  memory: readonly (readonly Raw[])[],
  fresh: readonly (readonly Raw[])[],
  key: number,
  contentColumns: readonly number[],
): readonly number[] {
  const byKey = new Map<string, number[]>();
  memory.forEach((row, place) => {
    if (isBlankRow(row)) return;
    const text = keyTextOf(row[key] ?? "");
    const places = byKey.get(text);
    if (places) places.push(place);
    else byKey.set(text, [place]);
  });
  const matched = new Array<number>(fresh.length).fill(-1);
  const later: number[] = [];
  const take = (place: number, at: number, places: number[]) => {
    matched[place] = places.splice(at, 1)[0] as number;
  };
  const content = (row: readonly Raw[]) => contentOf(row, contentColumns);
  fresh.forEach((row, place) => {
    if (isBlankRow(row)) return;
    const text = keyTextOf(row[key] ?? "");
    const places = byKey.get(text);
    if (!places || places.length === 0) return;
    if (places.length === 1 && text !== "") {
      take(place, 0, places);
      return;
    }
    const own = content(row);
    const at = places.findIndex((each) => content(memory[each] as readonly Raw[]) === own);
    if (at >= 0) take(place, at, places);
    else later.push(place);
  });
  for (const place of later) {
    const text = keyTextOf(fresh[place]?.[key] ?? "");
    const places = byKey.get(text) as number[];
    if (places.length > 0 && text !== "") take(place, 0, places);
  }
  return matched;
}

export const isBlankRow = (row: readonly Raw[]): boolean => row.every((cell) => cell === "");

/** The contents of some columns of a row, as one comparable text. */
export const contentOf = (row: readonly Raw[], columns: readonly number[]): string =>
  JSON.stringify(columns.map((column) => row[column] ?? ""));
