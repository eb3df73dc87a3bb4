import type { AnyReply } from "./rpc";
import { sidebarPage } from "./sidebar-page";

/** Adds the menu and does nothing else, so that it works in every authorization mode (PLATFORM-65). */
export function addMenu(): void {
  SpreadsheetApp.getUi()
    .createMenu("Tributary")
    .addItem("Open the sidebar", "showSidebar")
    .addItem("Run now", "runNow")
    .addSeparator()
    .addItem("Set up this spreadsheet", "setUp")
    .addItem("Tidy columns", "tidyColumns")
    .addItem("Install the schedule", "installSchedule")
    .addItem("Grant missing permissions", "allowRights")
    .addItem("Check this installation", "checkInstallation")
    .addToUi();
}

/** Opens the sidebar on a screen, "" for Home. */
export function openSidebar(screen = ""): void {
  const page = sidebarPage({ screen, about: "", isWide: false });
  SpreadsheetApp.getUi().showSidebar(page.setTitle("Tributary"));
}

/** Shows the result to the person at the menu; a refusal is thrown, so that Google shows it. */
export function showResult(reply: AnyReply, sentence: (output: unknown) => string): AnyReply {
  if (!reply.ok) throw new Error(reply.error.message);
  SpreadsheetApp.getActiveSpreadsheet().toast(sentence(reply.output), "Tributary");
  return reply;
}
