const words = new Intl.DateTimeFormat("en-GB", {
  timeZone: "UTC",
  weekday: "short",
  day: "numeric",
  month: "long",
  year: "numeric",
});

/** "Mon, 2 March 2026" for the civil day "2026-03-02". */
export function dayInWords(day: string): string {
  return words.format(Date.parse(`${day}T00:00:00Z`));
}
