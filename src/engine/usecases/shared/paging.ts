import { takeWhileFits } from "../../kernel/bytes";
import { integerField } from "../../kernel/fields";
import { input } from "../../kernel/input";
import { PAGE_LENGTH, type Page } from "./page";

export type { Page } from "./page";

/** Bytes of JSON in the rows of one reply, which stays under 100 kB with what stands beside them. */
const PAGE_BYTES = 90_000;

/** What a list takes besides its own inputs. */
export const pageInputs = {
  page: input("Page", integerField(1, 1_000_000)),
  skip: input("Rows of the page to leave out", integerField(0, PAGE_LENGTH), {
    hint: "The number of rows already sent, where a page did not fit into one reply.",
  }),
} as const;
/** Which part of a list is asked for; null is the first page, from its first row. */
export interface PageAsked {
  readonly page: number | null;
  readonly skip: number | null;
}

/**
 * One page (from 1) of a list, the last where there are fewer, each of its rows shown by `show`; as much of it as fits
 * into `bytes` of JSON.
 */
export function pageOf<R, T>(
  rows: readonly R[],
  { page, skip }: PageAsked,
  show: (row: R) => T,
  bytes: number = PAGE_BYTES,
): Page<T> {
  const pages = Math.max(1, Math.ceil(rows.length / PAGE_LENGTH));
  const current = Math.min(page ?? 1, pages);
  const begin = (current - 1) * PAGE_LENGTH;
  const asked = rows.slice(begin + (skip ?? 0), begin + PAGE_LENGTH);
  return { rows: takeWhileFits(asked, bytes, show), page: current, pages, total: rows.length };
}
