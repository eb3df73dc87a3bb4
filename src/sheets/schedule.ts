import type { ScheduleStatus } from "../engine/contract/contract";
import { accountEmail } from "./environment";
import { type ClockRun, changeInstallation, readInstallation } from "./installation";

export type ClockEntry = ClockRun["entry"];

const DAILY_HOUR = 5;
/** Two hours later, so that the two never fall within one hour, whatever minute Google chooses. */
const MONTHLY_HOUR = 7;
const HOUR = 3_600_000;
/** A daily run that is later than this was missed (RUN-12). */
const STALE = 26 * HOUR;
const TWO_DAYS = 48 * HOUR;
/** The number of clock runs that are remembered. */
const MAX_CLOCK_RUNS = 10;
const CONTINUE_AFTER = 60_000;

/**
 * Installs both clock runs for the account at the keyboard (RUN-11), in the spreadsheet's zone, replacing its earlier
 * ones; `now` in ms since 1970.
 */
export function installSchedule(zone: string, now: number): void {
  removeOwnSchedule();
  ScriptApp.newTrigger("onDaily")
    .timeBased()
    .everyDays(1)
    .atHour(DAILY_HOUR)
    .inTimezone(zone)
    .create();
  tryOrWarn("Google allowed no monthly clock run; the daily one does everything that is due.", () =>
    ScriptApp.newTrigger("onMonthly")
      .timeBased()
      .onMonthDay(1)
      .atHour(MONTHLY_HOUR)
      .inTimezone(zone)
      .create(),
  );
  const owner = accountEmail();
  changeInstallation((installation) => ({
    ...installation,
    owner,
    installedAt: now,
    timeZone: zone,
    clockRuns: installation.clockRuns.filter((run) => run.owner !== owner),
    continuation: "",
  }));
}

/** Removes the clock runs of the account at the keyboard; a script can't reach those of others (PLATFORM-58). */
export function removeSchedule(): void {
  removeOwnSchedule();
  const you = accountEmail();
  changeInstallation((installation) => ({
    ...installation,
    owner: installation.owner === you ? "" : installation.owner,
    clockRuns: installation.clockRuns.filter((run) => run.owner !== you),
  }));
}

function removeOwnSchedule(): void {
  for (const trigger of ScriptApp.getProjectTriggers()) {
    const handler = trigger.getHandlerFunction();
    if (handler === "onDaily" || handler === "onMonthly") ScriptApp.deleteTrigger(trigger);
  }
}

/** Whether a clock run is the one-off one that continues a run; if so, it is deleted. */
export function takeContinuation(id: string): boolean {
  if (id === "" || readInstallation().continuation !== id) return false;
  for (const trigger of ScriptApp.getProjectTriggers()) {
    if (trigger.getUniqueId() === id) ScriptApp.deleteTrigger(trigger);
  }
  changeInstallation((installation) => ({ ...installation, continuation: "" }));
  return true;
}

/** Records the owner and time of a clock run. */
export function recordClockRun(entry: ClockEntry, id: string, at: number): void {
  const run: ClockRun = { entry, owner: accountEmail(), id, at };
  changeInstallation((installation) => ({
    ...installation,
    clockRuns: [run, ...installation.clockRuns].slice(0, MAX_CLOCK_RUNS),
  }));
}

/** Continues in a minute with a one-off clock run; if Google refuses that, the next run continues (RUN-7). */
export function scheduleContinuation(): void {
  tryOrWarn("Google allowed no clock run to continue with; the next run continues.", () => {
    const trigger = ScriptApp.newTrigger("onDaily").timeBased().after(CONTINUE_AFTER).create();
    changeInstallation((installation) => ({
      ...installation,
      continuation: trigger.getUniqueId(),
    }));
  });
}

/** Google limits clock runs, those of a published add-on to one; a refusal is only logged. */
function tryOrWarn(warning: string, work: () => void): void {
  try {
    work();
  } catch (error) {
    console.warn(`${warning} ${String(error)}`);
  }
}

export function scheduleStatus(now: number): ScheduleStatus {
  const { owner, installedAt, timeZone, clockRuns, isTestCopy } = readInstallation();
  const last = clockRuns[0];
  const lastSeen = Math.max(last?.at ?? 0, installedAt);
  const hours = last ? (now - last.at) / HOUR : null;
  const recent = clockRuns.filter(({ entry, at }) => entry === "onDaily" && now - at <= TWO_DAYS);
  return {
    owner,
    you: accountEmail(),
    timeZone,
    hoursSinceClockRun: hours === null ? null : Math.round(hours * 10) / 10,
    isStale: lastSeen > 0 && now - lastSeen > STALE,
    hasTwoOwners: new Set(recent.map(({ id }) => id)).size > 1,
    isTestCopy,
  };
}
