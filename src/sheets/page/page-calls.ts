import type { Book } from "../workbook/book";
import { loadTables, readProgram } from "../workbook/load";
import { pageToken, revokeAllLinks, revokeLink } from "./page-links";
import { findPages } from "./page-tab";

/** The link to a partner's page, or why there is none: no address is set, or no run has written the page yet. */
export function partnerLink(book: Book, { partner }: { readonly partner: string }, now: number) {
  const address = pageAddress(book);
  if (address === null) return { link: null, why: "no address" } as const;
  const link = pageLinks(book, now)(address, partner);
  return link === null ? ({ link, why: "not written" } as const) : ({ link, why: null } as const);
}

/** Answers the link to a partner's page, or null while no run has written it; reads the pages' slots once. */
export function pageLinks(
  book: Book,
  now: number,
): (address: string, partner: string) => string | null {
  let pages: ReturnType<typeof findPages> | undefined;
  return (address, partner) => {
    pages ??= findPages(book);
    const page = pages.get(partner);
    return page ? `${address}?p=${pageToken(page, now)}` : null;
  };
}

/** Makes the links to one partner's page void that were given out so far; the answer has a new one. */
export function revokePartnerLink(book: Book, given: { readonly partner: string }, now: number) {
  const page = findPages(book).get(given.partner);
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
