/** The start and end of our part of a note; the rest is the team's own text (SHEET-31). */
const START = "⚠ Tributary: ";
const END = "— end of Tributary's note —";

/** A note with our part set to `text`, or without our part where that is ""; the team's text stays. */
export function mergeNote(note: string, text: string): string {
  const own = withoutOurs(note);
  if (text === "") return own;
  const ours = `${START}${text}\n${END}`;
  return own === "" ? ours : `${own}\n${ours}`;
}

function withoutOurs(note: string): string {
  const start = note.indexOf(START);
  if (start < 0) return note;
  const end = note.indexOf(END, start);
  const before = note.slice(0, start).replace(/\n$/, "");
  const after = end < 0 ? "" : note.slice(end + END.length).replace(/^\n/, "");
  return [before, after].filter((part) => part !== "").join("\n");
}
