const known = new Map<string, boolean>();

/** Whether a number format shows dates, times or durations, so that getValues gives a Date (PLATFORM-33). */
export function isDateFormat(format: string): boolean {
  if (format === "") return false;
  let answer = known.get(format);
  if (answer === undefined) {
    answer = dateLetters.test(format.replace(literals, ""));
    known.set(format, answer);
  }
  return answer;
}

/** Quoted text, escaped characters, and bracketed colours or currencies; [h], [mm] and [ss] stay. */
const literals = /"[^"]*"|\\.|_.|\*.|\[(?!(?:h+|m+|s+)\])[^\]]*\]|general/gi;
const dateLetters = /[dmyhs]/i;
