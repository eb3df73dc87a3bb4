/** "51–100 of 132" from a page's number (from 1), the pages, the rows on it and the total of rows. */
export function pageSpan(page: number, pages: number, rows: number, total: number): string {
  const last = page >= pages ? total : page * rows;
  return `${last - rows + 1}–${last} of ${total}`;
}
