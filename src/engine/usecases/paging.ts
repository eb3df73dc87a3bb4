import { integerField } from "../fields";
import { input } from "./use-case";

/** Rows in one page of a list: a reply stays under 100 kB (issue of the sidebar), and draws at once. */
export const PAGE_LENGTH = 50;

export const pageInput = input("Page", integerField(1, 1_000_000));

export interface Page<T> {
  readonly rows: readonly T[];
  readonly page: number;
  readonly pages: number;
  readonly total: number;
}

/** One page (from 1) of a list, each of its rows shown by `show`. */
export function pageOf<R, T>(
  rows: readonly R[],
  page: number | null,
  show: (row: R) => T,
): Page<T> {
  const pages = Math.max(1, Math.ceil(rows.length / PAGE_LENGTH));
  const current = Math.min(page ?? 1, pages);
  const shown = rows.slice((current - 1) * PAGE_LENGTH, current * PAGE_LENGTH);
  return { rows: shown.map(show), page: current, pages, total: rows.length };
}
