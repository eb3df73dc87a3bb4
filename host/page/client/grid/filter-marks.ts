import type { ICellCustomRender } from "@univerjs/core";
import { client } from "../state/client-state";
import { arrowRoom } from "./arrow";

/** What a header cell (1-based) of a filter shows: whether its column hides something; null for any other cell. */
export function filterAt(
  sheet: number,
  row: number,
  column: number,
): { readonly hides: boolean } | null {
  const filter = client.get().page?.sheets.find(({ id }) => id === sheet)?.filter;
  if (!filter || row !== filter.area.row) return null;
  const { column: left, columns } = filter.area;
  return column < left || column >= left + columns
    ? null
    : { hides: filter.columns.includes(column) };
}

/** The button of a filter at the right edge of a header cell: three lines, or a full funnel where something is hidden. */
export const filterButton = (hides: boolean): ICellCustomRender => ({
  zIndex: 11,
  drawWith: (ctx, { primaryWithCoord: { endX, startY, endY } }) => {
    const [x, y] = [endX - arrowRoom / 2 - 1, (startY + endY) / 2];
    ctx.fillStyle = hides ? "#0b57d0" : "#5f6368";
    ctx.beginPath();
    if (hides) {
      ctx.moveTo(x - 6, y - 5);
      ctx.lineTo(x + 6, y - 5);
      ctx.lineTo(x + 1.5, y);
      ctx.lineTo(x + 1.5, y + 5);
      ctx.lineTo(x - 1.5, y + 5);
      ctx.lineTo(x - 1.5, y);
      ctx.closePath();
    } else
      for (const [n, half] of [6, 4, 2].entries())
        ctx.rect(x - half, y - 4 + n * 3.5, 2 * half, 1.5);
    ctx.fill();
  },
});
