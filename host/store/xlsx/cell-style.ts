import type { Alignment, Fill, Font, Style as XlsxStyle } from "exceljs";
import type { Style } from "../../workbook";

const defaultFonts = ["Arial", "Calibri"];
const defaultSizes = [10, 11];
const vertical = { top: "top", middle: "middle", bottom: "bottom" } as const;
const horizontal = { left: "left", center: "center", right: "right" } as const;

/** The .xlsx style of a cell's number format and looks. */
export function toXlsxStyle(
  format: string,
  style: Style | null,
  locked: boolean,
): Partial<XlsxStyle> {
  return {
    ...(format === "" ? {} : { numFmt: format.replace(/am\/pm/g, "AM/PM") }),
    ...(locked ? {} : { protection: { locked: false } }),
    ...(style === null ? {} : { font: toFont(style), alignment: toAlignment(style) }),
    ...(style?.background === undefined ? {} : { fill: toFill(style.background) }),
  };
}

/** The style of an .xlsx cell; null if it is plain. Theme colours and the usual default fonts count as plain. */
export function fromXlsxStyle({ font, fill, alignment }: Partial<XlsxStyle>): Style | null {
  const background = fill?.type === "pattern" ? hex(fill.fgColor?.argb) : undefined;
  const color = hex(font?.color?.argb);
  const family =
    font?.name !== undefined && !defaultFonts.includes(font.name) ? font.name : undefined;
  const size =
    font?.size !== undefined && !defaultSizes.includes(font.size) ? font.size : undefined;
  const style: Style = {
    ...(alignment?.horizontal === undefined ? {} : { align: alignment.horizontal }),
    ...(background === undefined ? {} : { background }),
    ...(font?.bold ? { bold: true } : {}),
    ...(color === undefined || color === "#000000" ? {} : { color }),
    ...(family === undefined ? {} : { fontFamily: family }),
    ...(size === undefined ? {} : { fontSize: size }),
    ...(font?.italic ? { italic: true } : {}),
    ...(font?.strike ? { strike: true } : {}),
    ...(font?.underline && font.underline !== "none" ? { underline: true } : {}),
    ...(alignment?.vertical === undefined || alignment.vertical === "bottom"
      ? {}
      : { verticalAlign: alignment.vertical }),
    ...(alignment?.wrapText ? { wrap: "WRAP" } : {}),
  };
  return Object.keys(style).length === 0 ? null : style;
}

/** The number format of an .xlsx style; Excel's locale date (number 14) becomes the spreadsheet's. */
export function fromXlsxFormat(numFmt: string | undefined, dateFormat: string): string {
  if (numFmt === undefined || /^general$/i.test(numFmt)) return "";
  return numFmt === "mm-dd-yy" ? dateFormat : numFmt.replace(/AM\/PM/g, "am/pm");
}

function toFont(style: Style): Partial<Font> {
  return {
    ...(style.bold ? { bold: true } : {}),
    ...(style.italic ? { italic: true } : {}),
    ...(style.underline ? { underline: true } : {}),
    ...(style.strike ? { strike: true } : {}),
    ...(style.color === undefined ? {} : { color: { argb: argb(style.color) } }),
    ...(style.fontSize === undefined ? {} : { size: style.fontSize }),
    ...(style.fontFamily === undefined ? {} : { name: style.fontFamily }),
  };
}

function toAlignment(style: Style): Partial<Alignment> {
  const align = horizontal[style.align as keyof typeof horizontal];
  const verticalAlign = vertical[style.verticalAlign as keyof typeof vertical];
  return {
    ...(align === undefined ? {} : { horizontal: align }),
    ...(verticalAlign === undefined ? {} : { vertical: verticalAlign }),
    ...(style.wrap === "WRAP" ? { wrapText: true } : {}),
  };
}

function toFill(background: string): Fill {
  return { type: "pattern", pattern: "solid", fgColor: { argb: argb(background) } };
}

/** "#12aBEF" as "FF12ABEF". */
export function argb(color: string): string {
  return `FF${color.replace("#", "").toUpperCase()}`;
}

/** "FF12ABEF" as "#12abef". */
export function hex(color: string | undefined): string | undefined {
  return color === undefined ? undefined : `#${color.slice(-6).toLowerCase()}`;
}
