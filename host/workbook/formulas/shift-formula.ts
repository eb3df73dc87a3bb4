import { type Reference, type ReferenceEnd, rewriteReferences } from "./rewrite-references";
import { type Shift, shiftLine, shiftSpan } from "./shift";

/** A formula after lines of a sheet were inserted or deleted, as Sheets adjusts it; `home` is the formula's sheet. */
export function shiftFormula(formula: string, home: string, sheet: string, shift: Shift): string {
  return rewriteReferences(formula, (reference) =>
    (reference.sheet ?? home) === sheet ? shiftReference(reference, shift) : reference,
  );
}

/** A formula copied or sorted to another place: references without $ move along. */
export function moveFormula(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  return rewriteReferences(formula, (reference) => {
    const from = moveEnd(reference.from, rows, columns);
    const to = reference.to === null ? null : moveEnd(reference.to, rows, columns);
    return from === null || (reference.to !== null && to === null)
      ? null
      : { ...reference, from, to };
  });
}

/** A formula after a sheet was renamed, or removed (null): its references follow, or become #REF!. */
export function renameInFormula(formula: string, from: string, to: string | null): string {
  return rewriteReferences(formula, (reference) => {
    if (reference.sheet !== from) return reference;
    return to === null ? null : { ...reference, sheet: to };
  });
}

function moveEnd(end: ReferenceEnd, rows: number, columns: number): ReferenceEnd | null {
  const row = end.row === null || end.fixedRow ? end.row : end.row + rows;
  const column = end.column === null || end.fixedColumn ? end.column : end.column + columns;
  return (row !== null && row < 1) || (column !== null && column < 1)
    ? null
    : { ...end, row, column };
}

function shiftReference(reference: Reference, shift: Shift): Reference | null {
  const line = shift.axis === "rows" ? "row" : "column";
  const { from, to } = reference;
  const first = from[line];
  const last = to === null ? first : to[line];
  if (first === null && last === null) return reference;
  if (to === null || first === null || last === null) {
    const start = first === null ? null : shiftLine(first, shift);
    const end = last === null ? null : shiftLine(last, shift);
    if ((first !== null && start === null) || (last !== null && end === null)) return null;
    return withLines(reference, line, start, end);
  }
  const span = shiftSpan(Math.min(first, last), Math.max(first, last), shift);
  return span === null ? null : withLines(reference, line, ...span);
}

function withLines(
  reference: Reference,
  line: "row" | "column",
  first: number | null,
  last: number | null,
): Reference {
  const { from, to } = reference;
  if (from[line] === first && (to === null || to[line] === last)) return reference;
  return {
    ...reference,
    from: { ...from, [line]: first },
    to: to === null ? null : { ...to, [line]: last },
  };
}
