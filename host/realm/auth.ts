import { ServiceError } from "../workbook/base/service-error";

/** Apps Script's AuthMode as far as the host runs it (PLATFORM-65). */
export type AuthMode = "NONE" | "LIMITED" | "FULL";

const always = /^(Logger|console|Utilities|Ui|Menu|HelloWorld)\./;
const beforeDocument =
  /^(SpreadsheetApp\.getUi|ScriptApp\.(getAuthorizationInfo|getScriptId)|AuthorizationInfo\..*|Session\.(getActiveUserLocale|getScriptTimeZone|getTemporaryActiveUserKey))$/;
const needsFull =
  /^(MailApp|GmailApp|UrlFetchApp|Jdbc|DriveApp|HtmlService|HtmlOutput|HtmlTemplate)\.|^Ui\.(show|alert|prompt)|^SpreadsheetApp\.(openBy|create$)|^ScriptApp\.(newTrigger|getProjectTriggers|getUserTriggers|deleteTrigger|getOAuthToken)|^(TriggerBuilder|ClockTriggerBuilder|SpreadsheetTriggerBuilder)\.|^Session\.(getActiveUser|getEffectiveUser)$|^PropertiesService\.getUserProperties|^CacheService\.getUserCache|^LockService\.getUserLock|^Spreadsheet\.(addEditor|addViewer|getEditors|toast$)/;

/**
 * Throws when the mode forbids the call: NONE leaves Logger, Utilities and the menu; LIMITED adds the
 * document and its properties, without mail, net, user data, triggers, sidebars or dialogs.
 */
export const checkAuth = (mode: AuthMode, call: string): void => {
  if (mode === "FULL") return;
  const opens = /^Ui\.(show|alert|prompt)/.test(call);
  const allowed =
    mode === "NONE"
      ? (always.test(call) && !opens) || beforeDocument.test(call)
      : !needsFull.test(call);
  if (allowed) return;
  throw new ServiceError(
    `You do not have permission to call ${call}. (Authorization mode: ${mode})`,
  );
};
