const VAGUE =
  /^(bonus|reward|payment|payout|commission|correction|adjustment|missed|extra|misc|other|test|thanks?)$/i;

/** A hint where a description will hardly be clear in a year (REWARD-16), or undefined. It never blocks. */
export function clarityNudge(description: string): string | undefined {
  const words = description
    .trim()
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  if (words.length === 0) return undefined;
  const telling = words.filter((word) => !VAGUE.test(word.replace(/[^\p{L}\p{N}]/gu, "")));
  if (words.length >= 3 && telling.length >= 2) return undefined;
  return "Will this be clear in a year? Say what it is for and when, such as “Missed bonus for Acme's March sale”.";
}
