import type { Env } from "../../engine/kernel/env";
import type { Book } from "../workbook/book";
import { loadTables, readProgram } from "../workbook/load";
import { unlessSheetRefuses } from "../workbook/refusal";
import { pageToken, revokeAllLinks, revokeLink } from "./page-links";
import { findPages, keepPlace } from "./page-tab";

/** The link to a partner's page, or why there is none: no address is set, or no run has written the page yet. */
export function partnerLink(book: Book, { partner }: { readonly partner: string }, now: number) {
  const address = pageAddress(book);
  if (address === null) return { link: null, why: "no address" } as const;
  const link = pageLinks(book, now)(address, partner);
  return link === null ? ({ link, why: "not written" } as const) : ({ link, why: null } as const);
}

/** Answers the link to a partner's page, as `Env` has it; reads the pages' slots once. */
export function pageLinks(book: Book, now: number): NonNullable<Env["pageLink"]> {
  let pages: ReturnType<typeof findPages> | undefined;
  return (address, partner, isNew = false) => {
    pages ??= findPages(book);
    const page = pages.get(partner) ?? (isNew ? placeKept(book, partner) : undefined);
    return page ? `${address}?p=${pageToken(page, now)}` : null;
  };
}

/** A place for a new partner's page; none where Google refuses to write it down. */
function placeKept(book: Book, partner: string): ReturnType<typeof keepPlace> | undefined {
  let kept: ReturnType<typeof keepPlace> | undefined;
  unlessSheetRefuses(() => {
    const place = keepPlace(book, partner);
    SpreadsheetApp.flush();
    kept = place;
  });
  return kept;
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
