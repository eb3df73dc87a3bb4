import type { Protection, Rect, Sheet } from "../base/model";
import { lastColumnOf, lastRowOf } from "../base/rect";
import { ServiceError } from "../base/service-error";

/** Who acts, and whose spreadsheet it is. */
export type Actor = { readonly user: string; readonly owner: string };

/** Whether a protection lets a person edit what it covers: the owner, its editors, and everybody while it only warns. */
export function isEditor({ editors, warningOnly }: Protection, { user, owner }: Actor): boolean {
  return warningOnly || editors === null || user === owner || editors.includes(user);
}

/** Whether a person may change a rectangle, or the sheet as a whole (null). */
export function mayEdit(sheet: Sheet, rect: Rect | null, actor: Actor): boolean {
  return sheet.protections.every((one) => isEditor(one, actor) || !covers(one, rect));
}

/** Throws Google's text when a protection keeps a person from changing a rectangle, or the whole sheet (PLATFORM-53). */
export function checkMayEdit(sheet: Sheet, rect: Rect | null, actor: Actor): void {
  if (!mayEdit(sheet, rect, actor)) throw protectedCell();
}

/** What Google says to a person whom a protection stops. */
export function protectedCell(): ServiceError {
  return new ServiceError(
    "You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.",
  );
}

function covers({ rect: covered, unprotected }: Protection, rect: Rect | null): boolean {
  if (rect === null) return true;
  if (covered !== null) return meets(covered, rect);
  return !unprotected.some((open) => holds(open, rect));
}

function meets(a: Rect, b: Rect): boolean {
  const rows = a.row <= lastRowOf(b) && b.row <= lastRowOf(a);
  return rows && a.column <= lastColumnOf(b) && b.column <= lastColumnOf(a);
}

function holds(outer: Rect, inner: Rect): boolean {
  const rows = outer.row <= inner.row && lastRowOf(inner) <= lastRowOf(outer);
  return rows && outer.column <= inner.column && lastColumnOf(inner) <= lastColumnOf(outer);
}
