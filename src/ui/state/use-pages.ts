import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Call, Input, Output, ReplyError } from "../../engine/contract/contract";
import { PAGE_LENGTH, type Page } from "../../engine/usecases/shared/page";
import { call } from "./call";
import { useElsewhere } from "./elsewhere";
import { createPaging, type PageState, type Paging } from "./pages";

/** Where a list is scrolled to: a page, and the offset from its top in pixels. */
export interface ScrollPosition {
  readonly page: number;
  readonly offset: number;
}
const TOP: ScrollPosition = { page: 1, offset: 0 };
/** Where each list was left, so that coming back restores the place. */
const positions = new Map<string, ScrollPosition>();

/** A list as a screen uses it. */
export interface Pages<O, R> extends Pick<Paging<O, R>, "want" | "retry" | "reload" | "rows"> {
  /** The latest answer, also while other rows load or after they failed. */
  readonly output: O | undefined;
  readonly total: number;
  /** The number of rows in each page but the last. */
  readonly pageLength: number;
  /** Why there is nothing to show for the current input; otherwise each page has its own error. */
  readonly error: ReplyError | undefined;
  readonly isLoading: boolean;
  /** Identifies the list by its input: a different list starts at the top. */
  readonly source: string;
  readonly pageAt: (page: number) => PageState<R> | undefined;
  /** The row of an index (from 0), if it is loaded. */
  readonly rowAt: (index: number) => R | undefined;
  readonly position: () => ScrollPosition;
  readonly savePosition: (place: ScrollPosition) => void;
}

/** A few rows more than a screen shows. */
const SHORT_PAGE = 12;

/**
 * Rows that are all loaded, as a paged list. `name` identifies the list: a different one starts at the top. `output`
 * is undefined until the first rows are there.
 */
export function pagesOf<R>(
  name: string,
  rows: readonly R[],
  loaded: Pick<Pages<unknown, R>, "output" | "error" | "isLoading" | "reload">,
): Pages<unknown, R> {
  return {
    ...loaded,
    source: name,
    total: rows.length,
    pageLength: SHORT_PAGE,
    want: () => undefined,
    retry: loaded.reload,
    rows: async (from, count) => ({ ok: true, output: rows.slice(from, from + count) }),
    pageAt: (page) => ({
      rows: rows.slice((page - 1) * SHORT_PAGE, page * SHORT_PAGE),
      isLoading: false,
    }),
    rowAt: (index) => rows[index],
    position: () => positions.get(name) ?? TOP,
    savePosition: (place) => positions.set(name, place),
  };
}

/** For calls whose answer is the page itself. */
export const asPage = <T>(output: T): T => output;

/**
 * A list that the server sends in pages for the current input: pages are read when they come near the visible part
 * (`want`), and outdated answers are dropped. `pageIn` finds the page in an answer; `beside` is input that is asked anew
 * each time and makes no other list.
 */
export function usePages<C extends Call, R>(
  name: C,
  input: Input<C>,
  pageIn: (output: Output<C>) => Page<R>,
  beside?: () => Partial<Input<C>>,
): Pages<Output<C>, R> {
  // The input is compared by content, not by object.
  const inputText = JSON.stringify(input);
  const of = `${name} ${inputText}`;
  const finder = useRef(pageIn);
  finder.current = pageIn;
  const others = useRef(beside);
  others.current = beside;
  const present = useMemo(() => {
    const ask = (page: number, skip: number) =>
      call(name, {
        ...JSON.parse(inputText),
        ...others.current?.(),
        page,
        ...(skip > 0 && { skip }),
      } as Input<C>);
    return createPaging(ask, (output: Output<C>) => finder.current(output));
  }, [name, inputText]);
  // The previous list stays visible until the new one has something to show.
  const shown = useRef({ paging: present, of });
  const state = present.store.get();
  if (state.output !== undefined) shown.current = { paging: present, of };
  const old = shown.current.paging.store.get();
  const [, redraw] = useState({});
  const isFirst = useRef(true);
  useEffect(() => {
    const forget = present.store.listen(() => redraw({}));
    if (!isFirst.current) positions.delete(of);
    isFirst.current = false;
    present.want([(positions.get(of) ?? TOP).page]);
    return forget;
  }, [present, of]);
  useElsewhere(present.reload);
  const { paging, of: ofShown } = shown.current;
  const isPresent = paging === present;
  const error = [...state.pages.values()].find((page) => page.error)?.error;
  return {
    output: old.output,
    total: old.total,
    pageLength: PAGE_LENGTH,
    error: state.total === 0 ? error : undefined,
    isLoading: state.isLoading,
    source: ofShown,
    want: (pages) => isPresent && paging.want(pages),
    retry: paging.retry,
    rows: paging.rows,
    reload: present.reload,
    pageAt: (page) => old.pages.get(page),
    rowAt: (index) =>
      old.pages.get(Math.floor(index / PAGE_LENGTH) + 1)?.rows?.[index % PAGE_LENGTH],
    position: () => positions.get(ofShown) ?? TOP,
    savePosition: (place) => positions.set(ofShown, place),
  };
}
