import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { text } from "../format/text";
import { capitalize } from "../format/words";
import type { Pages } from "../state/use-pages";
import type { IconName } from "./icon";
import { type EmptyText, ListStates } from "./list-states";
import { Refusal } from "./notice";
import { anchorOf, movedSince, pagesNear } from "./page-blocks";
import { Skeleton } from "./skeleton";
import { stepTo } from "./step-to";

/** The assumed height of a row in pixels before any was drawn. */
const DEFAULT_ROW_HEIGHT = 88;

interface Props<O, R> {
  readonly list: Pages<O, R>;
  /** The word for one row: "reward". */
  readonly noun: string;
  /** One row as an item of a list. */
  readonly row?: (row: R, index: number) => ComponentChildren;
  /** Draws the rows of a page in another way; `from` is the index (from 0) of the first. */
  readonly groups?: (rows: readonly R[], from: number) => ComponentChildren;
  /** The index of a row whose page is always drawn. */
  readonly keep?: number;
  /** Shown above the rows; their number by default. */
  readonly heading?: string;
  /** The heads of columns, below that. */
  readonly head?: ComponentChildren;
  /** Each row has one button: arrow keys, Home and End move between rows. */
  readonly hasKeys?: boolean;
}

/** A list of any length that is loaded in pages, in all its states. */
export function PageList<O, R>(
  props: Props<O, R> & { readonly icon: IconName; readonly none: EmptyText },
) {
  const { list, icon, none, ...rest } = props;
  return (
    <ListStates loaded={list} isEmpty={() => list.total === 0} icon={icon} none={none}>
      {() => <Rows list={list} {...rest} />}
    </ListStates>
  );
}

/**
 * Draws the pages near the visible part, in the screen's own scroll; the others are blank blocks of their height. The
 * page that holds the focus is never removed.
 */
export function Rows<O, R>(props: Props<O, R>) {
  const { list, noun, row, groups, keep = -1, heading, head, hasKeys = false } = props;
  const { total, source, pageLength } = list;
  const pages = Math.ceil(total / pageLength);
  const rowsOf = (page: number) => Math.min(pageLength, total - (page - 1) * pageLength);
  const root = useRef<HTMLDivElement>(null);
  const heights = useRef(new Map<number, number>());
  const anchor = useRef<ReturnType<typeof anchorOf>>(undefined);
  const startedFor = useRef("");
  const [drawnPages, setDrawn] = useState<readonly number[]>([list.position().page]);
  /** The index of a row that gets the focus once it is drawn. */
  const wanted = useRef<number | undefined>(undefined);
  const pinned = Math.floor(keep / pageLength) + 1;

  const update = () => {
    const scroller = root.current?.closest("main");
    if (!root.current || !scroller) return;
    for (const [index, block] of [...root.current.children].entries()) {
      if (block.classList.contains("here")) {
        heights.current.set(index + 1, block.getBoundingClientRect().height);
      }
    }
    const nearPages = pagesNear(root.current, scroller, pinned);
    anchor.current = anchorOf(root.current, scroller);
    if (nearPages.join() !== drawnPages.join()) setDrawn(nearPages);
    list.want(nearPages);
  };
  const blockOf = (index: number) => root.current?.children[Math.floor(index / pageLength)];
  const focusRow = (index: number): boolean => {
    const item = blockOf(index)?.querySelectorAll("li")[index % pageLength];
    item?.querySelector("button")?.focus();
    return item !== undefined;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const blocks = [...(root.current?.children ?? [])];
    const page = blocks.findIndex((block) => block.contains(event.target as Node));
    const items = [...(blocks[page]?.querySelectorAll("li") ?? [])];
    const inPage = items.findIndex((item) => item.contains(event.target as Node));
    const to = stepTo(event.key, page * pageLength + inPage, total);
    if (inPage < 0 || to === undefined) return;
    event.preventDefault();
    const index = Math.min(total - 1, Math.max(0, to));
    if (focusRow(index)) return;
    wanted.current = index;
    blockOf(index)?.scrollIntoView();
  };
  useLayoutEffect(() => {
    const scroller = root.current?.closest("main");
    if (!root.current || !scroller) return;
    if (startedFor.current === source) {
      // Pages above turned out to have another height: keep the visible rows where they are.
      if (anchor.current) scroller.scrollTop += movedSince(root.current, anchor.current);
    } else {
      // A list starts where it was left; a different list in its place starts at the top.
      const { page, offset } = list.position();
      const block = root.current.children[page - 1];
      const top = scroller.getBoundingClientRect().top;
      if (block && (page > 1 || offset > 0)) {
        scroller.scrollTop += block.getBoundingClientRect().top - top + offset;
      } else if (startedFor.current !== "" && root.current.getBoundingClientRect().top < top) {
        scroller.scrollTop = 0;
      }
      heights.current.clear();
      startedFor.current = source;
    }
    update();
    if (wanted.current !== undefined && focusRow(wanted.current)) wanted.current = undefined;
  });
  useEffect(() => {
    const scroller = root.current?.closest("main");
    const onScroll = () => {
      update();
      if (anchor.current) list.savePosition(anchor.current);
    };
    scroller?.addEventListener("scroll", onScroll, { passive: true });
    addEventListener("resize", update);
    return () => {
      scroller?.removeEventListener("scroll", onScroll);
      removeEventListener("resize", update);
    };
  });

  const estimatedHeight = (page: number): number => {
    const known = [...heights.current];
    const sum = known.reduce((all, [, height]) => all + height, 0);
    const rows = known.reduce((all, [each]) => all + rowsOf(each), 0);
    return rowsOf(page) * (rows > 0 ? sum / rows : DEFAULT_ROW_HEIGHT);
  };
  const spanOf = (from: number, count: number): string =>
    `${capitalize(noun)}s ${text.number(from + 1)}–${text.number(from + count)} of ${text.number(total)}`;
  const block = (page: number) => {
    const state = drawnPages.includes(page) ? list.pageAt(page) : undefined;
    const { rows, error, isLoading = false } = state ?? {};
    const from = (page - 1) * pageLength;
    const height = heights.current.get(page) ?? estimatedHeight(page);
    return (
      <div
        key={page}
        class={rows ? "here" : undefined}
        style={rows ? undefined : { height: `${height}px` }}
      >
        {error && (
          <div class="sticky">
            <Refusal error={error} onRetry={() => list.retry(page)} isBusy={isLoading} />
          </div>
        )}
        {drawnPages.includes(page) && !rows && !error && (
          <div class="sticky">
            <Skeleton rows={5} />
          </div>
        )}
        {rows &&
          (groups?.(rows, from) ?? (
            <ul
              class="card"
              aria-label={pages > 1 ? spanOf(from, rowsOf(page)) : undefined}
              onKeyDown={hasKeys ? onKeyDown : undefined}
            >
              {rows.map((each, index) => row?.(each, from + index))}
            </ul>
          ))}
      </div>
    );
  };
  return (
    <>
      <p class="small faint total" role="status">
        {heading ?? text.count(total, noun)}
      </p>
      {head}
      <div class="pages" ref={root}>
        {Array.from({ length: pages }, (_, index) => block(index + 1))}
      </div>
    </>
  );
}
