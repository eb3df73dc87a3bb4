/** A line of a file: where it begins in the file (the first is 1), and its cells. */
export interface FileLine {
  readonly line: number;
  readonly cells: readonly string[];
}
/** The signs that part the cells of a line, in a file or in what was pasted. */
export const marks = [",", ";", "\t", "|"] as const;

/**
 * The lines of a CSV text as spreadsheets write it: cells parted by `mark`, quotes doubled inside quotes, any line
 * ends. Blank lines are left out; each line keeps its number in the file, also where a cell holds line breaks. A quote that
 * is a letter like any other, such as in 5", swallows no lines.
 */
export function readCsv(text: string, mark: string): readonly FileLine[] {
  const bare = text.replace(/^\ufeff/, "");
  const lines: FileLine[] = [];
  let cells: string[] = [];
  let cell = "";
  let isQuoted = false;
  let line = 1;
  let begins = 1;
  const endCell = () => {
    cells.push(cell);
    cell = "";
  };
  const endLine = () => {
    endCell();
    if (cells.some((each) => each.trim() !== "")) lines.push({ line: begins, cells });
    cells = [];
  };
  for (let at = 0; at < bare.length; at++) {
    const sign = bare[at] as string;
    const isEnd = sign === "\n" || (sign === "\r" && bare[at + 1] !== "\n");
    if (isEnd) line++;
    if (isQuoted) {
      if (sign !== '"') cell += sign;
      else if (bare[at + 1] === '"') {
        cell += sign;
        at++;
      } else isQuoted = false;
    } else if (sign === '"' && cell.trim() === "" && opensCell(bare, at, mark)) {
      cell = "";
      isQuoted = true;
    } else if (sign === mark) endCell();
    else if (isEnd) {
      endLine();
      begins = line;
    } else if (sign !== "\r") cell += sign;
  }
  endLine();
  return lines;
}

/**
 * Whether a quote opens a cell: there is one that closes it and, where lines are between the two, stands at the end of a cell.
 */
function opensCell(text: string, at: number, mark: string): boolean {
  let closes = text.indexOf('"', at + 1);
  while (closes >= 0 && text[closes + 1] === '"') closes = text.indexOf('"', closes + 2);
  if (closes < 0) return false;
  const after = text.slice(closes + 1, closes + 40).replace(/^ +/, "")[0] ?? "\n";
  if ([mark, "\n", "\r"].includes(after)) return true;
  return !/[\n\r]/.test(text.slice(at, closes));
}
