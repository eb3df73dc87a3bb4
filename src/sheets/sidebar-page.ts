import { escapeHtml } from "../engine/kernel/escape-html";
import { doorToken } from "./door/token";

/** This release's number, filled in by scripts/build-bundle.mjs. */
declare const VERSION: string;

/** Where a page opens ("" is Home): a screen by name, and the key of the record that it is about. */
interface PagePlace {
  readonly screen: string;
  readonly about: string;
  readonly isWide: boolean;
}

/**
 * The sidebar's HTML, or that of the import, which is a page of its own so that the sidebar stays light; with the spreadsheet's locale, the place to open, whether it is the sidebar or a wide
 * dialog, and the token for its calls (PARTNER-3).
 */
export function sidebarPage({
  screen,
  about,
  isWide,
}: PagePlace): GoogleAppsScript.HTML.HtmlOutput {
  const locale = SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetLocale();
  const attributes = [
    `data-locale="${escapeHtml(locale)}"`,
    `data-screen="${escapeHtml(screen)}"`,
    `data-about="${escapeHtml(about)}"`,
    `data-wide="${isWide ? "yes" : ""}"`,
    `data-script="${VERSION}"`,
    `data-token="${doorToken(Date.now())}"`,
  ].join(" ");
  const file = screen === "import" ? "import" : "sidebar";
  const html = HtmlService.createHtmlOutputFromFile(file).getContent();
  return HtmlService.createHtmlOutput(html.replace('data-locale=""', () => attributes));
}

const WIDTH = 800;
const HEIGHT = 600;

/** Opens a screen as a wide dialog beside the sidebar, which stays usable. */
export function openWide(screen: string, about: string): void {
  const page = sidebarPage({ screen, about, isWide: true }).setWidth(WIDTH).setHeight(HEIGHT);
  SpreadsheetApp.getUi().showModelessDialog(page, "Tributary");
}
