/** Prints the story: headings, lines, small tables, and a progress line that is overwritten on a terminal. */
export const say = (text = ""): void => {
  process.stdout.write(`${text}\n`);
};
export const heading = (text: string): void => say(`\n${text}\n${"─".repeat(text.length)}`);

/** A line that tells how far long work is; it replaces itself on a terminal. */
export function progress(text: string): void {
  if (process.stdout.isTTY) process.stdout.write(`\r\u001b[2K${text}`);
  else say(text);
}
export const progressDone = (): void => {
  if (process.stdout.isTTY) process.stdout.write("\r\u001b[2K");
};

type Shown = string | number;
/** A table with its columns aligned, numbers to the right. */
export function table(headers: readonly string[], rows: readonly (readonly Shown[])[]): void {
  const all = [headers, ...rows.map((row) => row.map(String))];
  const widths = headers.map((_, i) => Math.max(...all.map((row) => (row[i] ?? "").length)));
  const numeric = headers.map((_, i) => rows.every((row) => /^-?[\d.,]+$/.test(String(row[i]))));
  for (const row of all) {
    const cells = row.map((cell, i) =>
      numeric[i] ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0),
    );
    say(`  ${cells.join("   ")}`.trimEnd());
  }
}

/** A Date or text from a cell as a civil day. */
export const dayText = (cell: unknown): string =>
  cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell ?? "");
/** A number from a cell as an amount with two decimals. */
export const amountText = (cell: unknown): string =>
  Number(cell).toLocaleString("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
