import type { ReplyError } from "../../engine/contract/contract";
import { PAGE_LENGTH, type Page } from "../../engine/usecases/shared/page";
import { createStore, type Store } from "./create-store";

/** So many pages are asked for at a time, however fast a person scrolls past them. */
const AT_ONCE = 2;

/** A page that is here, is coming, or could not be had; its rows stay while it is asked for anew. */
export interface HeldPage<R> {
  readonly rows?: readonly R[];
  readonly error?: ReplyError;
  readonly isLoading: boolean;
}
export interface PagesState<O, R> {
  /** The latest answer. */
  readonly output: O | undefined;
  readonly total: number;
  readonly pages: ReadonlyMap<number, HeldPage<R>>;
  /** What is wanted is being read, for the first time or anew. */
  readonly isLoading: boolean;
}
type Answer<O> =
  | { readonly ok: true; readonly output: O }
  | { readonly ok: false; readonly error: ReplyError };

/** A list of which only those pages are read that come near what is seen. */
export interface Paging<O, R> {
  readonly store: Store<PagesState<O, R>>;
  /** The pages (from 1) that are seen or near it; no others are asked for. */
  want(pages: readonly number[]): void;
  retry(page: number): void;
  /** Reads what is wanted anew, its rows staying meanwhile; all other pages are forgotten. */
  reload(): void;
  /** So many rows from an index on (from 0), read where they are not here yet. */
  rows(from: number, count: number): Promise<Answer<readonly R[]>>;
}

/** A list whose pages `ask` reads, and `pageIn` finds in an answer. Where rows came or went meanwhile, it reads anew. */
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
  /** Pages as they are now, or that could not be had now. */
  const settled = new Set<number>();
  const underWay = new Set<number>();
  let round = 0;

  const hold = (page: number, held: HeldPage<R>, other: Partial<PagesState<O, R>> = {}) => {
    const before = store.get();
    const pages = new Map(other.pages ?? before.pages).set(page, held);
    const isLoading = before.isLoading && wanted.some((each) => !settled.has(each));
    store.set({ ...before, ...other, pages, isLoading });
  };
  const ofWanted = () => new Map([...store.get().pages].filter(([page]) => wanted.includes(page)));

  /** Reads a page, in as many replies as its rows need. */
  const read = async (page: number, mine: number): Promise<void> => {
    underWay.add(page);
    hold(page, { ...store.get().pages.get(page), isLoading: true });
    const rows: R[] = [];
    let ofFirst = 0;
    for (;;) {
      const answer = await ask(page, rows.length);
      if (mine !== round) return;
      if (!answer.ok) {
        underWay.delete(page);
        settled.add(page);
        const { rows: old } = store.get().pages.get(page) ?? {};
        hold(page, { ...(old && { rows: old }), error: answer.error, isLoading: false });
        return;
      }
      const { output } = answer;
      const got = pageIn(output);
      // Rows came or went between two parts of the page: it is read from its beginning.
      const isTorn = rows.length > 0 && got.total !== ofFirst;
      if (isTorn) rows.length = 0;
      ofFirst = got.total;
      if (isTorn) continue;
      rows.push(...got.rows);
      const length = Math.min(PAGE_LENGTH, got.total - (got.page - 1) * PAGE_LENGTH);
      if (rows.length < length && got.rows.length > 0) continue;
      underWay.delete(page);
      const { output: known, total } = store.get();
      const isOther = known !== undefined && total !== got.total;
      if (isOther) settled.clear();
      // A list that has become shorter answers with its last page.
      settled.add(page).add(got.page);
      const pages = isOther ? ofWanted() : new Map(store.get().pages);
      if (got.page !== page) pages.delete(page);
      hold(got.page, { rows, isLoading: false }, { output, total: got.total, pages });
      return;
    }
  };
  const pump = (): void => {
    for (const page of wanted) {
      if (underWay.size >= AT_ONCE) return;
      if (!settled.has(page) && !underWay.has(page)) void read(page, round).then(pump);
    }
  };
  return {
    store,
    want: (pages) => {
      wanted = pages;
      pump();
    },
    retry: (page) => {
      settled.delete(page);
      pump();
    },
    reload: () => {
      round++;
      settled.clear();
      underWay.clear();
      store.set({ ...store.get(), pages: ofWanted(), isLoading: true });
      pump();
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
