/** Where a page of the sidebar opens: a screen by name, and the key of the record that it is about. */
export interface PagePlace {
  readonly screen: string;
  readonly about: string;
}

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  '"': "&quot;",
  "<": "&lt;",
  ">": "&gt;",
};
const attribute = (text: string): string => text.replace(/[&"<>]/g, (sign) => escapes[sign] ?? "");

/**
 * The sidebar's one file, told how the spreadsheet writes money and dates, and where to open; `screen` "" is
 * the sidebar itself, any other the wide dialog of that screen.
 */
export function sidebarPage({ screen, about }: PagePlace): GoogleAppsScript.HTML.HtmlOutput {
  const locale = SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetLocale();
  const told = [
    `data-locale="${attribute(locale)}"`,
    `data-screen="${attribute(screen)}"`,
    `data-about="${attribute(about)}"`,
  ].join(" ");
  const html = HtmlService.createHtmlOutputFromFile("sidebar").getContent();
  return HtmlService.createHtmlOutput(html.replace('data-locale=""', () => told));
}

const WIDTH = 800;
const HEIGHT = 600;

/** Opens a screen as a wide dialog beside the sidebar, which stays usable meanwhile. */
export function openWide(place: PagePlace): void {
  const page = sidebarPage(place).setWidth(WIDTH).setHeight(HEIGHT);
  SpreadsheetApp.getUi().showModelessDialog(page, "Tributary");
}
