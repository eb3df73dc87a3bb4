/** Text as it is searched: without case and accents. */
export const folded = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .trim()
    .toLowerCase();

const NO_HIT = 3;

/**
 * The records whose texts hold what is searched, whatever the case and the accents: exact hits first, then
 * those that begin with it, then the rest, each by the first text (the name), then the last (the key).
 */
export function findByText<R>(
  records: readonly R[],
  search: string,
  textsOf: (record: R) => readonly [name: string, ...others: string[], key: string],
): readonly R[] {
  const wanted = folded(search);
  return records
    .map((record) => {
      const texts = textsOf(record);
      const seen = texts.map(folded);
      return {
        record,
        rank: rankOf(seen, wanted),
        name: seen[0] ?? "",
        key: texts[texts.length - 1],
      };
    })
    .filter(({ rank }) => rank < NO_HIT)
    .sort((a, b) => a.rank - b.rank || compare(a.name, b.name) || compare(a.key ?? "", b.key ?? ""))
    .map(({ record }) => record);
}

/** 0 for an exact hit, 1 for a beginning, 2 for a part. */
function rankOf(texts: readonly string[], wanted: string): number {
  if (texts.includes(wanted)) return 0;
  if (texts.some((text) => text.startsWith(wanted))) return 1;
  return texts.some((text) => text.includes(wanted)) ? 2 : NO_HIT;
}

const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
