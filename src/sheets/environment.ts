import type { Env } from "../engine/kernel/env";
import type { DateCell } from "../engine/kernel/fields";
import type { Left } from "../engine/kernel/left";
import { entryOf } from "./codec/entry-of";
import { readHomePart } from "./home-store";
import { tabText } from "./import-sources";
import { readLeftStore } from "./left-store";
import { pageLinks } from "./page/page-calls";
import { readTold } from "./told";
import type { Book } from "./workbook/book";

/**
 * What use cases may know about the world; `startedAt` is the start of this execution in ms since 1970. Give the same `left` to
 * several parts of a run, so that what left the house is read once; only where none of them lets anything leave.
 */
export function environment(book: Book, startedAt: number, left = leftOnce()): Env {
  const { codec, locale, zones } = book;
  const now = codec.toCell(new Date(startedAt)) as DateCell;
  return {
    today: now.day,
    now,
    user: accountEmail(),
    seconds: Math.round((Date.now() - startedAt) / 1000),
    newId: (prefix) => `${prefix}_${Utilities.getUuid().replace(/-/g, "").slice(0, 12)}`,
    entry: memo(() => entryOf(locale, now.day)),
    zones,
    refused: readTold,
    homePart: readHomePart,
    left,
    pageLink: pageLinks(book, startedAt),
    tab: (name) => {
      if (!book.tabs.has(name)) book.tabs.set(name, tabText(book, name));
      return book.tabs.get(name);
    },
    mailsLeft: () => MailApp.getRemainingDailyQuota(),
  };
}

const memo = <T>(read: () => T): (() => T) => {
  let known: T | undefined;
  return () => {
    known ??= read();
    return known;
  };
};

/** Reads what left the house when it is first asked for, and no second time. */
export const leftOnce = (): (() => Left) => memo(readLeftStore);

/** The e-mail of the account at the keyboard, or of the schedule's owner. */
export const accountEmail = (): string =>
  Session.getActiveUser().getEmail() || Session.getEffectiveUser().getEmail();
