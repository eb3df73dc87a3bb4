/** Where a list stands in the screen's scroll: the page at the top of what is seen, and pixels from the page's top. */
interface Anchor {
  readonly page: number;
  readonly offset: number;
  /** Pixels from the list's top to the page's. */
  readonly at: number;
}

const topOf = (element: Element): number => element.getBoundingClientRect().top;

/**
 * The pages (from 1) of a list within one screen's height of what is seen, each a child of `root`; and `kept`, and the
 * one that holds the focus, wherever they are.
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

/** Where the list stands now. */
export function anchorOf(root: Element, scroller: Element): Anchor | undefined {
  const top = topOf(scroller);
  const seen = [...root.children].findIndex((block) => block.getBoundingClientRect().bottom > top);
  const block = root.children[seen];
  if (!block) return undefined;
  return { page: seen + 1, offset: top - topOf(block), at: topOf(block) - topOf(root) };
}

/** How far a page has moved within its list since: what stands above it has changed its height. */
export function movedSince(root: Element, { page, at }: Anchor): number {
  const block = root.children[page - 1];
  return block ? topOf(block) - topOf(root) - at : 0;
}
