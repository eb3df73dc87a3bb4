import { type ICellCustomRender, InterceptorEffectEnum } from "@univerjs/core";
import { INTERCEPTOR_POINT, SheetInterceptorService } from "@univerjs/preset-sheets-core";
import { extraOf } from "./cell-data";
import type { UniverParts } from "./univer";

/** Room for the arrow of a drop-down at the right edge of its cell, in pixels. */
export const arrowRoom = 18;

/** Draws the corner of a note and the arrow of a drop-down, as Sheets does. */
export function drawMarks({ univer }: UniverParts): void {
  univer
    .__getInjector()
    .get(SheetInterceptorService)
    .intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
      priority: 100,
      effect: InterceptorEffectEnum.Style,
      handler: (cell, _place, next) => {
        const { note, choices } = extraOf(cell);
        if (!cell || (note === undefined && choices === undefined)) return next(cell);
        return next({
          ...cell,
          ...(note !== undefined && { markers: { tr: { size: 6, color: "#f4b400" } } }),
          ...(choices !== undefined && {
            customRender: [arrow],
            fontRenderExtension: { rightOffset: arrowRoom },
          }),
        });
      },
    });
}

const arrow: ICellCustomRender = {
  zIndex: 10,
  drawWith: (ctx, { primaryWithCoord: { endX, startY, endY } }) => {
    const [x, y] = [endX - arrowRoom / 2 - 1, (startY + endY) / 2];
    ctx.fillStyle = "#80868b";
    ctx.beginPath();
    ctx.moveTo(x - 4, y - 2);
    ctx.lineTo(x + 4, y - 2);
    ctx.lineTo(x, y + 3);
    ctx.closePath();
    ctx.fill();
  },
};
