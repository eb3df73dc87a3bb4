import { isAtSpreadsheet } from "../door/place";
import { messagePage, partnerPageHtml } from "./page-html";
import { readPageToken } from "./page-links";
import { PAGES_SHEET, readPage } from "./page-tab";

/** What a visitor's browser asks for. */
export interface PageRequest {
  readonly parameter?: Readonly<Record<string, unknown>>;
}

const UNKNOWN =
  "This link does not open a page. It may be incomplete, out of date or revoked. Ask whoever runs the program for a new one.";
const OFF =
  "Pages are turned off: Google does not tell visitors of this address from people at the spreadsheet.";
const SOON = "This page is not ready yet: the program's next run makes it. Open it again tomorrow.";
const UPDATING = "This page is being updated. Open it again in a minute.";

/**
 * The page of the partner whose link it is: read-only, without script, as the last run wrote it; reads two ranges, whatever
 * the program holds, and writes nothing. Unknown, revoked and expired links answer alike (PARTNER-1, PARTNER-2).
 */
export function partnerPage(request: PageRequest | undefined): GoogleAppsScript.HTML.HtmlOutput {
  // Where proof of place proves nothing, an address that everybody knows is one too many (DOOR-4).
  if (isAtSpreadsheet()) {
    console.error(OFF);
    return output(messagePage(OFF), "Partner page");
  }
  const given = request?.parameter?.p;
  const token = typeof given === "string" ? readPageToken(given, Date.now()) : null;
  if (token === null) return output(messagePage(UNKNOWN), "Partner page");
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const found = readPage(spreadsheet.getSheetByName(PAGES_SHEET), token.slot, token.partner);
  if (found === null) return output(messagePage(UNKNOWN), "Partner page");
  if (found === "soon") return output(messagePage(SOON), "Partner page");
  if (found === "updating") return output(messagePage(UPDATING), "Partner page");
  return output(
    partnerPageHtml(found, found.page.locale ?? spreadsheet.getSpreadsheetLocale()),
    found.page.program,
  );
}

const output = (html: string, title: string): GoogleAppsScript.HTML.HtmlOutput =>
  HtmlService.createHtmlOutput(html)
    .setTitle(title)
    .addMetaTag("viewport", "width=device-width, initial-scale=1");
