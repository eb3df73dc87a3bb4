/** So many rows are drawn beyond what is seen, so that scrolling shows no gap. */
const BEYOND = 6;

/** Which rows of a windowed list are drawn: `from` included, `to` not. Lengths are pixels. */
export function windowSpan(
  count: number,
  rowHeight: number,
  scrolled: number,
  seen: number,
): { readonly from: number; readonly to: number } {
  const first = Math.floor(scrolled / rowHeight);
  const last = Math.ceil((scrolled + seen) / rowHeight);
  return {
    from: Math.max(0, Math.min(count, first - BEYOND)),
    to: Math.max(0, Math.min(count, last + BEYOND)),
  };
}
