import { DomainError } from "../engine/kernel/problem";
import { clockRun, hourlyRun } from "./clock-run";
import { atSpreadsheet } from "./door/place";
import { readDoorToken, type ShownToken } from "./door/token";
import { addMenu, openSidebar, showResult } from "./menu";
import { type PageRequest, partnerPage } from "./page/do-get";
import type { Performed } from "./perform";
import { type AnyReply, answer, call } from "./rpc";
import { byScheduleOrPerson, hasUnfinished, noteOutcome } from "./schedule";
import { tidyColumns as moveIntoOrder } from "./tidy-columns";
import { askForAllRights, askForRights } from "./workbook/rights";

// The entry points; nothing else is global (ADR-11). Each but doGet and the menu begins at the door: in a web app anybody
// may call them (DOOR-1).

/** A partner's page, the one thing that a web app of this script serves. */
export function doGet(request?: PageRequest): GoogleAppsScript.HTML.HtmlOutput {
  return partnerPage(request);
}

export function onInstall(): void {
  addMenu();
}

export function onOpen(): void {
  addMenu();
}

export function onDaily(event?: ClockEvent): AnyReply {
  return byClock("onDaily", event, (id) => clockRun("onDaily", id));
}

export function onMonthly(event?: ClockEvent): AnyReply {
  return byClock("onMonthly", event, (id) => clockRun("onMonthly", id));
}

export function onHourly(event?: ClockEvent): AnyReply {
  // Mostly there is nothing: then it reads one property and ends (REFUSAL-5).
  if (!hasUnfinished()) return { ok: true, output: null };
  return byClock("onHourly", event, hourlyRun);
}

export function showSidebar(): void {
  atSpreadsheet();
  askForRights("spreadsheet", "pages", "email");
  openSidebar();
}

export function checkInstallation(): void {
  atSpreadsheet();
  askForRights("spreadsheet", "pages", "email");
  openSidebar("installation");
}

/** A page's call, with the token that the page was handed last (PARTNER-3). */
export function rpc(name: unknown, input: unknown, token?: unknown): AnyReply {
  const shown = answer(() => {
    atSpreadsheet();
    return readDoorToken(token, Date.now());
  });
  if (!shown.ok) return shown;
  const { isOld, next } = shown.output as ShownToken;
  const reply = isOld ? answer(refuseOld) : call(name, input);
  return next === null ? reply : { ...reply, token: next };
}

const refuseOld = (): never => {
  throw new DomainError("TOKEN_OLD");
};

export function runNow(): AnyReply {
  atSpreadsheet();
  askForRights("spreadsheet", "email");
  return showResult(
    call("run", { kind: "by hand" }),
    (output) => (output as { readonly summary: string }).summary,
  );
}

export function setUp(): AnyReply {
  atSpreadsheet();
  askForRights("spreadsheet", "email", "clock");
  return showResult(call("set-up", {}), setUpSentence);
}

export function tidyColumns(): AnyReply {
  atSpreadsheet();
  askForRights("spreadsheet", "pages", "email");
  return showResult(answer(moveIntoOrder), String);
}

const setUpSentence = (output: unknown): string => {
  const { restored } = output as { readonly restored: readonly string[] };
  const names = restored.length === 0 ? "" : ` Headers put back: ${restored.join(", ")}.`;
  return `The spreadsheet is set up.${names}`;
};

export function installSchedule(): AnyReply {
  atSpreadsheet();
  askForRights("spreadsheet", "email", "clock");
  return showResult(call("install-schedule", {}), () => "The schedule is installed.");
}

export function allowRights(): void {
  atSpreadsheet();
  askForAllRights();
  const said = "Google allows all that Tributary needs.";
  SpreadsheetApp.getActiveSpreadsheet().toast(said, "Tributary");
}

/** What Google tells a clock run: the id of its schedule. */
type ClockEvent = { readonly triggerUid?: unknown };

/**
 * A busy program and an undecided copy are not failures of a clock run; everything else is thrown, so that Google
 * mails the owner. What only a person can fix is not tried again each hour.
 */
function byClock(
  entry: string,
  event: ClockEvent | undefined,
  run: (id: string) => Performed,
): AnyReply {
  const id = String(event?.triggerUid ?? "");
  byScheduleOrPerson(id);
  const reply = answer(() => run(id).output);
  if (reply.ok) return reply;
  const { code, message } = reply.error;
  console.warn(`${entry}: ${message}`);
  if (code !== "RUN_BUSY" && code !== "UNEXPECTED") noteOutcome(false);
  if (code === "RUN_BUSY" || code === "COPY_UNDECIDED") return reply;
  throw new Error(message);
}
