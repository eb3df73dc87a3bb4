import { CellValueType, type ICellData, type Nullable } from "@univerjs/core";
import {
  AFTER_CELL_EDIT,
  BEFORE_CELL_EDIT,
  SheetInterceptorService,
} from "@univerjs/preset-sheets-core";
import { typeInto } from "../state/sheet-acts";
import { extraOf } from "./cell-data";
import type { UniverParts } from "./univer";

/** Before all of Univer's own handlers of typed text. */
const first = 1_000;

/**
 * The editor opens with the text that gives the same cell when typed again, and typed text goes to the server
 * unchanged; the cell only changes with the server's answer.
 */
export function catchTyping({ univer }: UniverParts): void {
  const { writeCellInterceptor } = univer.__getInjector().get(SheetInterceptorService);
  writeCellInterceptor.intercept(BEFORE_CELL_EDIT, {
    priority: first,
    handler: (cell, place) => {
      const { typed } = extraOf(place.origin);
      return typed === undefined ? cell : { ...cell, v: typed, t: CellValueType.STRING };
    },
  });
  writeCellInterceptor.intercept(AFTER_CELL_EDIT, {
    priority: first,
    handler: (cell, { worksheet, subUnitId, row, col }) => {
      const kept = worksheet.getCellRaw(row, col);
      const text = typedText(cell);
      const before = extraOf(kept).typed ?? String(kept?.v ?? "");
      if (text !== before) {
        void typeInto(Number(subUnitId), row + 1, col + 1, [[text]], "person");
      }
      return kept ?? {};
    },
  });
}

/** The text in the editor; Univer keeps formulas and apostrophes apart from the rest. */
function typedText(cell: Nullable<ICellData>): string {
  if (cell?.f) return cell.f;
  const rich = cell?.p?.body?.dataStream;
  if (rich !== undefined) return rich.replace(/\r\n$/, "").replace(/\r/g, "\n");
  const text = String(cell?.v ?? "");
  return cell?.t === CellValueType.FORCE_STRING ? `'${text}` : text;
}
