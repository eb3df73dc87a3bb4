/** Where a list is scrolled to: the page at the top of the visible part, and the offset within it in pixels. */
interface Anchor {
  readonly page: number;
  readonly offset: number;
  /** Pixels from the top of the list to the top of the page. */
  readonly at: number;
}

const topOf = (element: Element): number => element.getBoundingClientRect().top;

/**
 * The pages (from 1) within one screen's height of the visible part, each a child of `root`; and also `pinned` and
 * the page that holds the focus.
 */
export function pagesNear(root: Element, scroller: Element, pinned: number): readonly number[] {
  const { top, bottom, height } = scroller.getBoundingClientRect();
  return [...root.children].flatMap((block, index) => {
    const at = block.getBoundingClientRect();
    const isNear = at.bottom > top - height && at.top < bottom + height;
    const isHeld = index + 1 === pinned || block.contains(document.activeElement);
    return isNear || isHeld ? [index + 1] : [];
  });
}

/** Where the list is scrolled to now. */
export function anchorOf(root: Element, scroller: Element): Anchor | undefined {
  const top = topOf(scroller);
  const seen = [...root.children].findIndex((block) => block.getBoundingClientRect().bottom > top);
  const block = root.children[seen];
  if (!block) return undefined;
  return { page: seen + 1, offset: top - topOf(block), at: topOf(block) - topOf(root) };
}

/** How many pixels a page has moved within its list since, because pages above it changed their height. */
export function movedSince(root: Element, { page, at }: Anchor): number {
  const block = root.children[page - 1];
  return block ? topOf(block) - topOf(root) - at : 0;
}
