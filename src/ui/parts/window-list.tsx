import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { windowSpan } from "./window-span";

/** Where a key leads in a list of so many rows; undefined for other keys. */
function rowAfter(key: string, at: number, count: number): number | undefined {
  if (key === "ArrowDown") return Math.min(at + 1, count - 1);
  if (key === "ArrowUp") return Math.max(at - 1, 0);
  if (key === "Home") return 0;
  if (key === "End") return count - 1;
  return undefined;
}

/**
 * A list of any length of which only what is seen is drawn, in the screen's own scroll. Rows are of one height,
 * in pixels. Where a row holds a button or link, arrow keys, Home and End move from row to row.
 */
export function WindowList<T>(props: {
  readonly label: string;
  readonly items: readonly T[];
  readonly rowHeight: number;
  readonly keyOf: (item: T) => string;
  readonly row: (item: T) => ComponentChildren;
}) {
  const { label, items, rowHeight, keyOf, row } = props;
  const list = useRef<HTMLUListElement>(null);
  const wanted = useRef<number | undefined>(undefined);
  const [span, setSpan] = useState({ from: 0, to: 20 });
  const update = () => {
    const scroller = list.current?.closest("main");
    if (!list.current || !scroller) return;
    const above = list.current.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
    const seen = scroller.clientHeight;
    const next = windowSpan(items.length, rowHeight, Math.max(0, -above), seen);
    setSpan((now) => (now.from === next.from && now.to === next.to ? now : next));
  };
  useLayoutEffect(() => {
    update();
    const scroller = list.current?.closest("main");
    scroller?.addEventListener("scroll", update, { passive: true });
    addEventListener("resize", update);
    return () => {
      scroller?.removeEventListener("scroll", update);
      removeEventListener("resize", update);
    };
  });
  const focus = (index: number): boolean => {
    const place = list.current?.querySelector(`[aria-posinset="${index + 1}"]`);
    const control = place?.querySelector<HTMLElement>("button, a[href], input");
    control?.focus();
    return control !== null && control !== undefined;
  };
  // A row that was far away can take the focus once it is drawn.
  useLayoutEffect(() => {
    if (wanted.current !== undefined && focus(wanted.current)) wanted.current = undefined;
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const place = (event.target as HTMLElement).closest("[aria-posinset]");
    const to = rowAfter(event.key, Number(place?.getAttribute("aria-posinset")) - 1, items.length);
    if (!place || to === undefined) return;
    event.preventDefault();
    if (focus(to)) return;
    wanted.current = to;
    const scroller = list.current?.closest("main");
    if (scroller) scroller.scrollTop += rowHeight * to - span.from * rowHeight;
  };
  return (
    <ul
      ref={list}
      class="window-list"
      aria-label={label}
      style={{ height: `${items.length * rowHeight}px` }}
      onKeyDown={onKeyDown}
    >
      {items.slice(span.from, span.to).map((item, index) => (
        <li
          key={keyOf(item)}
          aria-posinset={span.from + index + 1}
          aria-setsize={items.length}
          style={{ top: `${(span.from + index) * rowHeight}px`, height: `${rowHeight}px` }}
        >
          {row(item)}
        </li>
      ))}
    </ul>
  );
}
