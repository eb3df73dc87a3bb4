import { lastDayLived } from "../../engine/invoices/months";
import type { Program } from "../../engine/program/program";
import { begin } from "../../engine/program/work";
import { type pageReads, partnerPages } from "../../engine/reports/page/partner-page";
import type { Book } from "../workbook/book";
import { writePages } from "./page-tab";

/** Writes what partners see, after a run; nothing while the program has no address for it (PARTNER-1). */
export function writePartnerPages(book: Book, program: Program): void {
  if (program.settings.partnerPageAddress === null) return;
  const work = begin<(typeof pageReads)[number]>(program);
  writePages(book, partnerPages(work), lastDayLived(work));
}
