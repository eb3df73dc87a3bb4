import type { ScheduleStatus } from "../engine/contract/contract";
import { accountEmail } from "./environment";
import { type ClockRun, changeInstallation, readInstallation } from "./installation";

export type ClockEntry = ClockRun["entry"];

const DAILY_HOUR = 5;
/** Two hours on, so that the two never come within one hour, whatever minute Google draws. */
const MONTHLY_HOUR = 7;
const HOUR = 3_600_000;
/** A daily run that is later than this was missed (RUN-12). */
const STALE = 26 * HOUR;
const TWO_DAYS = 48 * HOUR;
/** Clock runs older than this are forgotten. */
const REMEMBERED = 10;
const SOON = 60_000;

/** Installs the two clock runs for the account at the keyboard (RUN-11), in the spreadsheet's zone, anew; `now` in ms since 1970. */
export function installSchedule(zone: string, now: number): void {
  removeOwnSchedule();
  ScriptApp.newTrigger("onDaily")
    .timeBased()
    .everyDays(1)
    .atHour(DAILY_HOUR)
    .inTimezone(zone)
    .create();
  unlessRefused("No monthly clock run was allowed; the daily one does all that is due.", () =>
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

/** Removes the clock runs of the account at the keyboard; those of others are not in its reach (PLATFORM-58). */
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

/** Whether a clock run is the one-off one that goes on with a run; it is deleted as it fires. */
export function takeContinuation(id: string): boolean {
  if (id === "" || readInstallation().continuation !== id) return false;
  for (const trigger of ScriptApp.getProjectTriggers()) {
    if (trigger.getUniqueId() === id) ScriptApp.deleteTrigger(trigger);
  }
  changeInstallation((installation) => ({ ...installation, continuation: "" }));
  return true;
}

/** Takes down whose schedule has set a run off, and when. */
export function recordClockRun(entry: ClockEntry, id: string, at: number): void {
  const run: ClockRun = { entry, owner: accountEmail(), id, at };
  changeInstallation((installation) => ({
    ...installation,
    clockRuns: [run, ...installation.clockRuns].slice(0, REMEMBERED),
  }));
}

/** Goes on in a minute by a one-off clock run; where that is refused, the next run goes on (RUN-7). */
export function scheduleContinuation(): void {
  unlessRefused("No clock run to go on with was allowed; the next run goes on.", () => {
    const trigger = ScriptApp.newTrigger("onDaily").timeBased().after(SOON).create();
    changeInstallation((installation) => ({
      ...installation,
      continuation: trigger.getUniqueId(),
    }));
  });
}

/** Google limits clock runs, those of a published add-on to one; what may be missing is only logged. */
function unlessRefused(said: string, work: () => void): void {
  try {
    work();
  } catch (error) {
    console.warn(`${said} ${String(error)}`);
  }
}

export function scheduleStatus(now: number): ScheduleStatus {
  const { owner, installedAt, timeZone, clockRuns, isTestCopy } = readInstallation();
  const last = clockRuns[0];
  const waitedSince = Math.max(last?.at ?? 0, installedAt);
  const hours = last ? (now - last.at) / HOUR : null;
  const recent = clockRuns.filter(({ entry, at }) => entry === "onDaily" && now - at <= TWO_DAYS);
  return {
    owner,
    you: accountEmail(),
    timeZone,
    hoursSinceClockRun: hours === null ? null : Math.round(hours * 10) / 10,
    isStale: waitedSince > 0 && now - waitedSince > STALE,
    hasTwoOwners: new Set(recent.map(({ id }) => id)).size > 1,
    isTestCopy,
  };
}
