import { ownKey, sortBy } from "../../kernel/order";

/** Text as it is searched: without case and accents. */
export const folded = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .trim()
    .toLowerCase();

/** A record with its texts as they are searched; made once where a list is searched at every key. */
export interface Searchable<R> {
  readonly record: R;
  readonly texts: readonly string[];
}
type TextsOf<R> = (record: R) => readonly [name: string, ...others: string[], key: string];

/** The records made ready for searching, by the first text (the name), then the last (the key). */
export function searchable<R>(
  records: readonly R[],
  textsOf: TextsOf<R>,
): readonly Searchable<R>[] {
  const made = records.map((record) => {
    const texts = textsOf(record);
    return { record, texts: texts.map(folded), key: texts[texts.length - 1] ?? "" };
  });
  return sortBy(made, ({ texts }) => texts[0] ?? "", ownKey);
}

/**
 * The records whose texts hold what is searched, whatever the case and the accents: exact hits first, then
 * those that begin with it, then the rest, each in the order in which they were made ready.
 */
export function findIn<R>(records: readonly Searchable<R>[], search: string): readonly R[] {
  const wanted = folded(search);
  if (wanted === "") return records.map(({ record }) => record);
  const exact: R[] = [];
  const beginning: R[] = [];
  const rest: R[] = [];
  for (const { record, texts } of records) {
    if (texts.includes(wanted)) exact.push(record);
    else if (texts.some((text) => text.startsWith(wanted))) beginning.push(record);
    else if (texts.some((text) => text.includes(wanted))) rest.push(record);
  }
  return [...exact, ...beginning, ...rest];
}

/** `findIn` for a list that is searched once. */
export const findByText = <R>(
  records: readonly R[],
  search: string,
  textsOf: TextsOf<R>,
): readonly R[] => findIn(searchable(records, textsOf), search);
