import { sumOf } from "../../kernel/group-by";
import { knownHeader } from "./header-names";
import { type FileLine, marks, readCsv } from "./read-csv";
import { isDate } from "./read-moment";

/** Control characters but for blanks and line ends. */
const CONTROLS = /[^\P{Cc}\t\n\v\f\r]/gu;
/** The headers are among so many first lines. */
const SEARCHED = 40;
const knownIn = ({ cells }: FileLine): number =>
  new Set(cells.flatMap((cell) => knownHeader(cell)?.target ?? [])).size;
const filled = ({ cells }: FileLine): number => cells.filter((cell) => cell.trim() !== "").length;

/**
 * Finds the table in the text of a file, whatever parts its cells, with title lines before it, a second row of headers
 * below the first, and totals or notes after it (IMPORT-1): its headers, the lines of its body, and those that are no rows.
 */
export function findTable(text: string) {
  const said = /^\ufeff?"?sep=(.)"?\r?\n/i.exec(text);
  // No spreadsheet holds such signs; they come from files that were damaged on their way.
  const bare = (said ? text.replace(/[^\n]*\n/, "\n") : text).replace(CONTROLS, "");
  return tableIn(readCsv(bare, said?.[1] ?? markOf(bare))).table;
}

/** How many characters are read to tell what parts the cells. */
const LOOKED_AT = 60_000;
function markOf(text: string): string {
  const start = text.slice(0, LOOKED_AT);
  const tried = marks.map((mark) => ({ mark, found: tableIn(readCsv(start, mark)) }));
  return tried.reduce((best, each) => (isBetter(each.found, best.found) ? each : best)).mark;
}

type Found = ReturnType<typeof tableIn>;
const isBetter = (a: Found, b: Found): boolean =>
  a.known !== b.known ? a.known > b.known : a.wide !== b.wide ? a.wide > b.wide : a.cells > b.cells;

function tableIn(lines: readonly FileLine[]) {
  const first = lines.slice(0, SEARCHED);
  const known = first.map(knownIn);
  const most = Math.max(0, ...known);
  const widest = Math.max(0, ...first.map(({ cells }) => cells.length));
  // Where no name is known, the first line that is as wide as the table.
  const at = most > 1 ? known.indexOf(most) : first.findIndex((line) => filled(line) > widest / 2);
  const start = Math.max(0, at);
  const head = lines[start];
  const rows = lines.slice(start + 1);
  const second = rows[0] && head && isSecondHead(rows[0], rows[1]) ? rows[0] : undefined;
  const width = Math.max(head?.cells.length ?? 0, second?.cells.length ?? 0);
  const headers = Array.from({ length: width }, (_, index) => {
    const [cell = "", below = ""] = [head?.cells[index], second?.cells[index]];
    // A translation below a name that is known says nothing new; "(UTC)" does.
    const isSaid = knownHeader(cell) && !/^\s*[[(]/.test(below);
    return `${cell} ${isSaid ? "" : below}`.replace(/\s+/g, " ").trim();
  });
  const textOf = ({ cells }: FileLine) => cells.map((cell) => cell.trim()).join("|");
  // Pages that were printed one below the other repeat the headers.
  const isHead = (line: FileLine) => head !== undefined && textOf(line) === textOf(head);
  const repeated = rows.filter(isHead);
  const all = (second ? rows.slice(1) : rows).filter((line) => !isHead(line));
  const ends = endOf(all);
  return {
    table: {
      headers,
      body: all.slice(0, ends),
      aside: [...lines.slice(0, start), ...repeated, ...all.slice(ends)],
    },
    known: most,
    wide: lines.filter(({ cells }) => cells.length > 1).length,
    cells: sumOf(lines, ({ cells }) => cells.length),
  };
}

/** A second row of headers has names or remarks and no digit; what stands below it has digits. */
function isSecondHead(line: FileLine, next: FileLine | undefined): boolean {
  const texts = (each: FileLine) => each.cells.map((cell) => cell.trim()).filter(Boolean);
  if (next === undefined || texts(line).some((text) => /\d|@/.test(text))) return false;
  const isNamed = texts(line).some((text) => knownHeader(text) || /^[[(].*[)\]]$/.test(text));
  return isNamed && texts(next).some((text) => /\d/.test(text));
}

/** In numbers, or with the name of a month. */
const looksLikeDate = (text: string): boolean =>
  /\d[./-]\d+[./-]\d|\d{4}-\d/.test(text) || (/\p{L}{3}/u.test(text) && isDate(text));
const TOTAL = /^(grand |sub)?(totals?|sum|summe|gesamt|insgesamt|somme|totale|totaal|suma)\b/i;

/** Where the rows end: below are totals, notes and what has only one cell. */
function endOf(lines: readonly FileLine[]): number {
  const usual = lines.map(filled).sort((a, b) => a - b)[Math.floor(lines.length / 2)] ?? 0;
  let ends = lines.length;
  while (ends > 0) {
    const line = lines[ends - 1] as FileLine;
    const [said = ""] = line.cells.map((cell) => cell.trim()).filter(Boolean);
    const isNote = usual > 2 && filled(line) === 1;
    const isTotal = TOTAL.test(said) && !line.cells.some(looksLikeDate);
    if (!isTotal && !isNote) break;
    ends--;
  }
  return ends;
}
