import type { Output, ReplyError } from "../../engine/contract/contract";
import { type Searchable, searchable } from "../../engine/usecases/shared/find-by-text";
import { call } from "../state/call";
import { createStore } from "../state/store";

export type IndexedPartner = Output<"index-partners">["partners"][number];
interface PartnerIndex {
  readonly partners: readonly Searchable<IndexedPartner>[];
  /** How many there are; undefined until the first page is here. */
  readonly total: number | undefined;
  readonly error: ReplyError | undefined;
  readonly isLoading: boolean;
}

/** All partners, prepared for searching, so that typing needs no call. It outlives the screen. */
export const partnerIndex = createStore<PartnerIndex>({
  partners: [],
  total: undefined,
  error: undefined,
  isLoading: false,
});

const ready = (partners: readonly IndexedPartner[]) =>
  searchable(partners, ([key, name, email]) => [name, email, key]);

/** Reads the index again page by page; the old one stays until all of it is loaded. */
export async function readPartners(): Promise<void> {
  const before = partnerIndex.get();
  if (before.isLoading) return;
  partnerIndex.set({ ...before, error: undefined, isLoading: true });
  const read: IndexedPartner[] = [];
  for (let after: string | null = ""; after !== null; ) {
    const reply: Awaited<ReturnType<typeof page>> = await page(after);
    if (!reply.ok) {
      return partnerIndex.set({ ...partnerIndex.get(), error: reply.error, isLoading: false });
    }
    const { partners, next, total } = reply.output;
    read.push(...partners);
    after = next;
    const isWhole = next === null;
    const shown = isWhole || before.partners.length === 0 ? ready(read) : before.partners;
    partnerIndex.set({ partners: shown, total, error: undefined, isLoading: !isWhole });
  }
}

const page = (after: string) => call("index-partners", { after });
