/** Rows in one page of a list: few enough to be drawn at once. */
export const PAGE_LENGTH = 50;

/** What a list answers with. */
export interface Page<T> {
  /** Fewer than the page has where they are long: the rest is had with `skip`. */
  readonly rows: readonly T[];
  readonly page: number;
  readonly pages: number;
  readonly total: number;
}
