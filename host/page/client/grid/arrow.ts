import type { ICellCustomRender } from "@univerjs/core";

/** Room for the arrow of a drop-down, or a filter's button, at the right edge of its cell, in pixels. */
export const arrowRoom = 18;

/** The arrow of a drop-down. */
export const arrow: ICellCustomRender = {
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
