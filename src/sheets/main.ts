import { clockRun, hourlyRun } from "./clock-run";
import { addMenu, openSidebar, showResult } from "./menu";
import type { Performed } from "./perform";
import { type AnyReply, answer, call } from "./rpc";
import { noteOutcome } from "./schedule";
import { askForAllRights, askForRights } from "./workbook/rights";

// The entry points; nothing else is global (ADR-11).

export function onInstall(): void {
  addMenu();
}

export function onOpen(): void {
  addMenu();
}

export function onDaily(event?: { readonly triggerUid?: unknown }): AnyReply {
  return byClock("onDaily", () => clockRun("onDaily", uidOf(event)));
}

export function onMonthly(event?: { readonly triggerUid?: unknown }): AnyReply {
  return byClock("onMonthly", () => clockRun("onMonthly", uidOf(event)));
}

export function onHourly(): AnyReply {
  return byClock("onHourly", hourlyRun);
}

export function showSidebar(): void {
  askForRights("spreadsheet", "pages", "email");
  openSidebar();
}

export function rpc(name: unknown, input: unknown): AnyReply {
  return call(name, input);
}

export function runNow(): AnyReply {
  askForRights("spreadsheet", "email");
  return showResult(
    call("run", { kind: "by hand" }),
    (output) => (output as { readonly summary: string }).summary,
  );
}

export function setUp(): AnyReply {
  askForRights("spreadsheet", "email", "clock");
  return showResult(call("set-up", {}), setUpSentence);
}

const setUpSentence = (output: unknown): string => {
  const { restored } = output as { readonly restored: readonly string[] };
  const names = restored.length === 0 ? "" : ` Headers put back: ${restored.join(", ")}.`;
  return `The spreadsheet is set up.${names}`;
};

export function installSchedule(): AnyReply {
  askForRights("spreadsheet", "email", "clock");
  return showResult(call("install-schedule", {}), () => "The schedule is installed.");
}

export function allowRights(): void {
  askForAllRights();
  const said = "Google allows all that Tributary needs.";
  SpreadsheetApp.getActiveSpreadsheet().toast(said, "Tributary");
}

const uidOf = (event?: { readonly triggerUid?: unknown }): string =>
  String(event?.triggerUid ?? "");

/**
 * A busy program and an undecided copy are not failures of a clock run; everything else is thrown, so that Google
 * mails the owner. What only a person can put right is not tried again each hour.
 */
function byClock(entry: string, run: () => Performed | null): AnyReply {
  const reply = answer(() => run()?.output);
  if (reply.ok) return reply;
  const { code, message } = reply.error;
  console.warn(`${entry}: ${message}`);
  if (code !== "RUN_BUSY" && code !== "UNEXPECTED") noteOutcome(false);
  if (code === "RUN_BUSY" || code === "COPY_UNDECIDED") return reply;
  throw new Error(message);
}
