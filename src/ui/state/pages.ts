import type { ReplyError } from "../../engine/contract/contract";
import { PAGE_LENGTH, type Page } from "../../engine/usecases/shared/page";
import { createStore, type Store } from "./create-store";
import { readError } from "./failure";

/** At most this many pages are requested at a time, however fast a person scrolls. */
const CONCURRENT = 2;

/** A page that is loaded, loading or failed; its rows stay while it is loaded again. */
export interface PageState<R> {
  readonly rows?: readonly R[];
  readonly error?: ReplyError;
  readonly isLoading: boolean;
}
export interface PagesState<O, R> {
  /** The latest answer. */
  readonly output: O | undefined;
  readonly total: number;
  readonly pages: ReadonlyMap<number, PageState<R>>;
  /** Wanted pages are being read, for the first time or again. */
  readonly isLoading: boolean;
}
type Answer<O> =
  | { readonly ok: true; readonly output: O }
  | { readonly ok: false; readonly error: ReplyError };

/** A list that reads only the pages near the visible part. */
export interface Paging<O, R> {
  readonly store: Store<PagesState<O, R>>;
  /** Sets the pages (from 1) that are visible or near it; no others are read. */
  want(pages: readonly number[]): void;
  retry(page: number): void;
  /** Reads the wanted pages again, keeping their rows meanwhile; all other pages are forgotten. */
  reload(): void;
  /** A number of rows from an index (from 0) on, read where they are not loaded yet. */
  rows(from: number, count: number): Promise<Answer<readonly R[]>>;
}

/**
 * A list whose pages are read by `ask` and found in an answer by `pageIn`. If rows were added or removed in the
 * meantime, it reads again.
 */
export function createPaging<O, R>(
  ask: (page: number, skip: number) => Promise<Answer<O>>,
  pageIn: (output: O) => Page<R>,
): Paging<O, R> {
  const store = createStore<PagesState<O, R>>({
    output: undefined,
    total: 0,
    pages: new Map(),
    isLoading: true,
  });
  let wanted: readonly number[] = [];
  /** Pages that are up to date, or failed. */
  const upToDate = new Set<number>();
  const inFlight = new Set<number>();
  let round = 0;

  const setPage = (page: number, state: PageState<R>, other: Partial<PagesState<O, R>> = {}) => {
    const before = store.get();
    const pages = new Map(other.pages ?? before.pages).set(page, state);
    const isLoading = before.isLoading && wanted.some((each) => !upToDate.has(each));
    store.set({ ...before, ...other, pages, isLoading });
  };
  const wantedPages = () =>
    new Map([...store.get().pages].filter(([page]) => wanted.includes(page)));

  /** Reads a page, in as many replies as its rows need. */
  const read = async (page: number, startedIn: number): Promise<void> => {
    inFlight.add(page);
    setPage(page, { ...store.get().pages.get(page), isLoading: true });
    const rows: R[] = [];
    let firstTotal = 0;
    for (;;) {
      const answer = await ask(page, rows.length);
      if (startedIn !== round) return;
      if (!answer.ok) {
        inFlight.delete(page);
        upToDate.add(page);
        const { rows: old } = store.get().pages.get(page) ?? {};
        setPage(page, {
          ...(old && { rows: old }),
          error: readError(answer.error),
          isLoading: false,
        });
        return;
      }
      const { output } = answer;
      const got = pageIn(output);
      // Rows were added or removed between two parts of the page: start it again.
      const hasChanged = rows.length > 0 && got.total !== firstTotal;
      if (hasChanged) rows.length = 0;
      firstTotal = got.total;
      if (hasChanged) continue;
      rows.push(...got.rows);
      const length = Math.min(PAGE_LENGTH, got.total - (got.page - 1) * PAGE_LENGTH);
      if (rows.length < length && got.rows.length > 0) continue;
      inFlight.delete(page);
      const { output: known, total } = store.get();
      const isLengthChanged = known !== undefined && total !== got.total;
      if (isLengthChanged) upToDate.clear();
      // A list that has become shorter answers with its last page.
      upToDate.add(page).add(got.page);
      const pages = isLengthChanged ? wantedPages() : new Map(store.get().pages);
      if (got.page !== page) pages.delete(page);
      setPage(got.page, { rows, isLoading: false }, { output, total: got.total, pages });
      return;
    }
  };
  const readWanted = (): void => {
    for (const page of wanted) {
      if (inFlight.size >= CONCURRENT) return;
      if (!upToDate.has(page) && !inFlight.has(page)) void read(page, round).then(readWanted);
    }
  };
  return {
    store,
    want: (pages) => {
      wanted = pages;
      readWanted();
    },
    retry: (page) => {
      upToDate.delete(page);
      readWanted();
    },
    reload: () => {
      round++;
      upToDate.clear();
      inFlight.clear();
      store.set({ ...store.get(), pages: wantedPages(), isLoading: true });
      readWanted();
    },
    rows: async (from, count) => {
      const found: R[] = [];
      const first = Math.floor(from / PAGE_LENGTH) + 1;
      const last = Math.floor((from + count - 1) / PAGE_LENGTH) + 1;
      for (let page = first; page <= last; page++) {
        if (!store.get().pages.get(page)?.rows) await read(page, round);
        const { rows, error } = store.get().pages.get(page) ?? {};
        if (error) return { ok: false, error };
        found.push(...(rows ?? []));
      }
      const begin = from - (first - 1) * PAGE_LENGTH;
      return { ok: true, output: found.slice(begin, begin + count) };
    },
  };
}
