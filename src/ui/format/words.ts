/** "1 reward", "3 rewards", "1,204 rewards". */
export function count(
  n: number,
  one: string,
  locale: string | undefined,
  many: string = `${one}s`,
): string {
  const digits = locale === undefined ? String(n) : new Intl.NumberFormat(locale).format(n);
  return `${digits} ${n === 1 ? one : many}`;
}

/** How long a review still lasts, in whole days: "3 days left", "Last day", "2 days over". */
export function daysLeftText(days: number): string {
  if (days === 0) return "Last day";
  if (days < 0) return days === -1 ? "1 day over" : `${-days} days over`;
  return days === 1 ? "1 day left" : `${days} days left`;
}

/** A word of the vocabulary as it starts a line: "missed reward" → "Missed reward". */
export const capitalize = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** Joins the parts that are known by dots. A dot stays with the part after it, so that no line ends in one. */
export const joinWithDots = (parts: readonly (string | false | null | undefined)[]): string =>
  parts.filter(Boolean).join(" ·\u00a0");
