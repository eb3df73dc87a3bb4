/** Excel cuts a cell after so many characters, so no packed text is longer: it goes on in the next cell. */
export const PACKED_LENGTH = 32_767;

/** Bars keep blanks at a piece's ends, and no piece looks like a formula. */
const INSIDE = PACKED_LENGTH - 2;

/**
 * A long text as the cells that hold it, each at most `PACKED_LENGTH` characters. No pair of surrogates is cut apart,
 * since half of one survives no file.
 */
export function piecesOf(text: string): readonly string[] {
  const pieces: string[] = [];
  for (let at = 0; at < text.length; ) {
    const end = at + INSIDE;
    const cut = /[\ud800-\udbff]$/.test(text.slice(at, end)) ? end - 1 : end;
    pieces.push(`|${text.slice(at, cut)}|`);
    at = cut;
  }
  return pieces;
}

/** The text that cells hold in pieces; undefined where one of them is no piece. Blank cells at the end don't count. */
export function joinPieces(cells: readonly (string | null)[]): string | undefined {
  const filled = cells.map((cell) => cell ?? "");
  while (filled[filled.length - 1] === "") filled.pop();
  if (!filled.every((piece) => piece.length >= 2 && piece.startsWith("|") && piece.endsWith("|")))
    return undefined;
  return filled.map((piece) => piece.slice(1, -1)).join("");
}
