import type { Book } from "../workbook/book";
import { loadTables, readProgram } from "../workbook/load";
import { pageToken, revokeAllLinks, revokeLink } from "./page-links";
import { findPage } from "./page-tab";

/** The link to a partner's page, or why there is none: no address is set, or no run has written the page yet. */
export function partnerLink(book: Book, { partner }: { readonly partner: string }, now: number) {
  const address = pageAddress(book);
  if (address === null) return { link: null, why: "no address" } as const;
  const page = findPage(book, partner);
  if (!page) return { link: null, why: "not written" } as const;
  return { link: `${address}?p=${pageToken(page, now)}`, why: null } as const;
}

/** Makes the links to one partner's page void that were given out so far; the answer has a new one. */
export function revokePartnerLink(book: Book, given: { readonly partner: string }, now: number) {
  const page = findPage(book, given.partner);
  if (page) revokeLink(page.slot);
  return partnerLink(book, given, now);
}

/** Makes all links void that were given out so far. */
export function revokePartnerLinks(): null {
  revokeAllLinks();
  return null;
}

function pageAddress(book: Book): string | null {
  const { settings } = readProgram(book, loadTables(book, ["settings"], { onlyReads: true }));
  return settings.partnerPageAddress;
}
