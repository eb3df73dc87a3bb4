import { InterceptorEffectEnum } from "@univerjs/core";
import { INTERCEPTOR_POINT, SheetInterceptorService } from "@univerjs/preset-sheets-core";
import { arrow, arrowRoom } from "./arrow";
import { extraOf } from "./cell-data";
import { filterAt, filterButton } from "./filter-marks";
import type { UniverParts } from "./univer";

/** Draws the corner of a note, the arrow of a drop-down and the buttons of a filter, as Sheets does. */
export function drawMarks({ univer }: UniverParts): void {
  univer
    .__getInjector()
    .get(SheetInterceptorService)
    .intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
      priority: 100,
      effect: InterceptorEffectEnum.Style,
      handler: (cell, { subUnitId, row, col }, next) => {
        const { note, choices } = extraOf(cell);
        const filter = filterAt(Number(subUnitId), row + 1, col + 1);
        const button = filter ? filterButton(filter.hides) : choices && arrow;
        if (note === undefined && button === undefined) return next(cell);
        return next({
          ...cell,
          ...(note !== undefined && { markers: { tr: { size: 6, color: "#f4b400" } } }),
          ...(button !== undefined && {
            customRender: [button],
            fontRenderExtension: { rightOffset: arrowRoom },
          }),
        });
      },
    });
}
