import { clockRun } from "./clock-run";
import { addMenu, openSidebar, showResult } from "./menu";
import { type AnyReply, answer, call } from "./rpc";
import type { ClockEntry } from "./schedule";

// The entry points; nothing else is global (ADR-11).

export function onInstall(): void {
  addMenu();
}

export function onOpen(): void {
  addMenu();
}

export function onDaily(event?: { readonly triggerUid?: unknown }): AnyReply {
  return byClock("onDaily", event);
}

export function onMonthly(event?: { readonly triggerUid?: unknown }): AnyReply {
  return byClock("onMonthly", event);
}

export function showSidebar(): void {
  openSidebar();
}

export function rpc(name: unknown, input: unknown): AnyReply {
  return call(name, input);
}

export function runNow(): AnyReply {
  return showResult(
    call("run", { kind: "by hand" }),
    (output) => (output as { readonly summary: string }).summary,
  );
}

export function setUp(): AnyReply {
  return showResult(call("set-up", {}), setUpSentence);
}

const setUpSentence = (output: unknown): string => {
  const { restored } = output as { readonly restored: readonly string[] };
  const names = restored.length === 0 ? "" : ` Headers put back: ${restored.join(", ")}.`;
  return `The spreadsheet is set up.${names}`;
};

export function installSchedule(): AnyReply {
  return showResult(call("install-schedule", {}), () => "The schedule is installed.");
}

/**
 * A busy program and an undecided copy are not failures of a clock run; everything else is thrown, so that Google
 * mails the owner.
 */
function byClock(entry: ClockEntry, event?: { readonly triggerUid?: unknown }): AnyReply {
  const reply = answer(() => clockRun(entry, String(event?.triggerUid ?? "")).output);
  if (reply.ok) return reply;
  const { code } = reply.error;
  const { message } = reply.error;
  console.warn(`${entry}: ${message}`);
  if (code === "RUN_BUSY" || code === "COPY_UNDECIDED") return reply;
  throw new Error(message);
}
