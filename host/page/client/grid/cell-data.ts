import {
  CellValueType,
  type ICellData,
  type IStyleData,
  type Nullable,
  type Workbook,
} from "@univerjs/core";
import type { WireLook, WireRow, WireStyle } from "../../wire";

/** What the page stores with a cell besides the displayed text. */
export type CellExtra = {
  /** What the editor shows, if it differs from the displayed text. */
  readonly typed?: string;
  readonly note?: string;
  readonly choices?: readonly string[];
};

/** A row of Univer's cells by 0-based column. */
export type CellRow = Record<number, ICellData>;

/** Creates Univer's cells from the server's rows, sharing styles within one workbook. */
export function cellMaker(workbook: Workbook) {
  const known = new Map<string, string>();
  const styleId = (style: WireStyle | null, kind: string): string | undefined => {
    const key = `${kind} ${style === null ? "" : JSON.stringify(style)}`;
    const kept = known.get(key);
    if (kept !== undefined) return kept;
    const data = univerStyle(style, kind);
    const id = data === null ? undefined : (workbook.getStyles().setValue(data) ?? undefined);
    if (id !== undefined) known.set(key, id);
    return id;
  };
  return (row: WireRow, look: WireLook): CellRow => {
    const cells: CellRow = {};
    const last = Math.max(row.texts.length, look.styles.length);
    const extras = new Set([
      ...Object.keys(row.typed ?? {}),
      ...Object.keys(row.notes ?? {}),
      ...Object.keys(look.choices),
    ]);
    for (let c = 0; c < last; c += 1) {
      const text = row.texts[c] ?? "";
      const s = styleId(look.styles[c] ?? null, row.kinds[c] ?? "t");
      if (text === "" && s === undefined) continue;
      cells[c] = { ...(text !== "" && { v: text, t: CellValueType.STRING }), ...(s && { s }) };
    }
    for (const key of extras) {
      const c = Number(key);
      const [typed, note, choices] = [row.typed?.[c], row.notes?.[c], look.choices[c]];
      const custom = { ...(typed !== undefined && { typed }), ...(note && { note }), choices };
      cells[c] = { ...cells[c], custom };
    }
    return cells;
  };
}

/** The page's own part of a cell. */
export function extraOf(cell: Nullable<ICellData>): CellExtra {
  return (cell?.custom ?? {}) as CellExtra;
}

const sides: Readonly<Record<string, number>> = { left: 1, center: 2, right: 3 };
const sideOfKind: Readonly<Record<string, number>> = { n: 3, b: 2, e: 2 };

function univerStyle(style: WireStyle | null, kind: string): IStyleData | null {
  const side = sides[style?.align ?? ""] ?? sideOfKind[kind];
  const data: IStyleData = {
    ...(side !== undefined && { ht: side }),
    ...(style?.background && { bg: { rgb: style.background } }),
    ...(style?.color && { cl: { rgb: style.color } }),
    ...(style?.bold && { bl: 1 }),
    ...(style?.italic && { it: 1 }),
    ...(style?.underline && { ul: { s: 1 } }),
    ...(style?.strike && { st: { s: 1 } }),
    ...(style?.size && { fs: style.size }),
    ...(style?.wrap && { tb: 3 }),
  };
  return Object.keys(data).length === 0 ? null : data;
}
