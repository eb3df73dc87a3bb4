import type { ScheduleStatus } from "../engine/contract/contract";
import type { Day } from "../engine/kernel/day";
import type { DateCell } from "../engine/kernel/fields";
import { atSpreadsheet } from "./door/place";
import { accountEmail } from "./environment";
import { type ClockRun, changeInstallation, readInstallation } from "./installation";
import type { Book } from "./workbook/book";

export type ClockEntry = ClockRun["entry"];

const ENTRIES = ["onDaily", "onMonthly", "onHourly"];
const DAILY_HOUR = 5;
/** Two hours later, so that the two never fall within one hour, whatever minute Google chooses. */
const MONTHLY_HOUR = 7;
const HOUR = 3_600_000;
/** A daily run that is later than this was missed (RUN-12). */
const STALE = 26 * HOUR;
const TWO_DAYS = 48 * HOUR;
/** A longer gap between clock runs is told to the team (PARTNER-6b). */
const MISSED = 36 * HOUR;
const TWO_WEEKS = 14 * 24 * HOUR;
/** The number of clock runs that are remembered. */
const MAX_CLOCK_RUNS = 10;
/** The number of schedules that are known again by their ids: three of each owner. */
const MAX_SCHEDULES = 30;
const CONTINUE_AFTER = 60_000;
/** How often the hourly clock run tries again without getting on, so that a fault does not use up the day's time. */
const MAX_TRIES = 3;

/**
 * Installs the clock runs for the account at the keyboard (RUN-11), in the spreadsheet's zone, replacing its earlier
 * ones; `now` in ms since 1970. Never called by a clock run (REFUSAL-5).
 */
export function installSchedule(zone: string, now: number): void {
  removeOwnSchedule();
  const ids: string[] = [];
  const daily = (clock: Clock) => clock.everyDays(1).atHour(DAILY_HOUR);
  const monthly = (clock: Clock) => clock.onMonthDay(1).atHour(MONTHLY_HOUR);
  ids.push(installIn(zone, "onDaily", daily));
  tryOrWarn("Google allowed no monthly clock run; the daily one does everything that is due.", () =>
    ids.push(installIn(zone, "onMonthly", monthly)),
  );
  tryOrWarn("Google allowed no hourly clock run; the next day finishes what one leaves.", () => {
    ids.push(ScriptApp.newTrigger("onHourly").timeBased().everyHours(1).create().getUniqueId());
  });
  const owner = accountEmail();
  changeInstallation((installation) => ({
    ...installation,
    owner,
    installedAt: now,
    timeZone: zone,
    scheduleIds: [...ids, ...installation.scheduleIds].slice(0, MAX_SCHEDULES),
    clockRuns: installation.clockRuns.filter((run) => run.owner !== owner),
    continuation: "",
    hasHourly: true,
  }));
}

type Clock = GoogleAppsScript.Script.ClockTriggerBuilder;

/** A zone that the scheduler does not know falls back to the script's own: runs compare local days themselves. */
function installIn(zone: string, handler: string, plan: (clock: Clock) => Clock): string {
  const begin = () => plan(ScriptApp.newTrigger(handler).timeBased());
  try {
    return begin().inTimezone(zone).create().getUniqueId();
  } catch (error) {
    console.warn(`Google's scheduler refused ${handler} in the zone ${zone}: ${String(error)}`);
    return begin().create().getUniqueId();
  }
}

/**
 * Whether the account at the keyboard should install its schedule again: after a change of zone, and where the hourly clock
 * run is lacking (REFUSAL-5).
 */
export function mustRenew(zone: string): boolean {
  const { owner, timeZone, hasHourly } = readInstallation();
  return owner !== "" && (timeZone !== zone || !hasHourly) && owner === accountEmail();
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

/** Whether the account at the keyboard has each clock run of the schedule. */
export function hasWholeSchedule(): boolean {
  const handlers = ScriptApp.getProjectTriggers().map((each) => each.getHandlerFunction());
  return ENTRIES.every((entry) => handlers.includes(entry));
}

function removeOwnSchedule(): void {
  for (const trigger of ScriptApp.getProjectTriggers()) {
    const handler = trigger.getHandlerFunction();
    if (ENTRIES.includes(handler)) ScriptApp.deleteTrigger(trigger);
  }
}

/**
 * Refuses unless this is the id of a schedule of the program, which only Google's scheduler and the program know, or a
 * person has the spreadsheet open (DOOR-2).
 */
export function byScheduleOrPerson(id: string): void {
  if (!isScheduleId(id)) atSpreadsheet();
}

/** Whether this is the id of a schedule of the program: one that was installed, or that this account has. */
function isScheduleId(id: string): boolean {
  if (id === "") return false;
  const { scheduleIds, continuation } = readInstallation();
  if (scheduleIds.includes(id) || continuation === id) return true;
  const isOwn = (trigger: GoogleAppsScript.Script.Trigger): boolean =>
    trigger.getUniqueId() === id && ENTRIES.includes(trigger.getHandlerFunction());
  return ScriptApp.getProjectTriggers().some(isOwn);
}

/** Whether a clock run is the one-off one that continues a run; if so, it is deleted. */
export function takeContinuation(id: string): boolean {
  if (id === "" || readInstallation().continuation !== id) return false;
  dropContinuation(id);
  return true;
}

function dropContinuation(id: string): void {
  for (const trigger of ScriptApp.getProjectTriggers()) {
    if (trigger.getUniqueId() === id) ScriptApp.deleteTrigger(trigger);
  }
  changeInstallation((installation) => ({ ...installation, continuation: "" }));
}

/** Records the owner and time of a clock run, and that its work is unfinished until `noteOutcome` says otherwise. */
export function recordClockRun(entry: ClockEntry, id: string, at: number): void {
  const run: ClockRun = { entry, owner: accountEmail(), id, at };
  changeInstallation((installation) => ({
    ...installation,
    clockRuns: [run, ...installation.clockRuns].slice(0, MAX_CLOCK_RUNS),
    triesLeft: MAX_TRIES,
  }));
}

/** Whether a clock run left something to finish; reads one property. */
export const hasUnfinished = (): boolean => readInstallation().triesLeft > 0;

/** Counts a try of the hourly clock run to finish what another left. */
export function takeTry(): void {
  changeInstallation((installation) => ({
    ...installation,
    triesLeft: Math.max(0, installation.triesLeft - 1),
  }));
}

/**
 * What a clock run has left to do. If there is more, a one-off clock run continues in a minute; nothing rests on it, since
 * Google is said to drop some that are made inside a clock run: the hourly one finishes what it does not (RUN-7).
 */
export function noteOutcome(more: boolean): void {
  changeInstallation((installation) => ({ ...installation, triesLeft: more ? MAX_TRIES : 0 }));
  if (!more) return;
  tryOrWarn("Google allowed no clock run to continue with; the hourly one continues.", () => {
    const dropped = readInstallation().continuation;
    if (dropped !== "") dropContinuation(dropped);
    const trigger = ScriptApp.newTrigger("onDaily").timeBased().after(CONTINUE_AFTER).create();
    changeInstallation((installation) => ({
      ...installation,
      continuation: trigger.getUniqueId(),
    }));
  });
}

/** Google limits clock runs, those of a published add-on to one; a refusal is only logged. */
export function tryOrWarn(warning: string, work: () => void): void {
  try {
    work();
  } catch (error) {
    console.warn(`${warning} ${String(error)}`);
  }
}

/**
 * The day after which no clock run came for more than a day and a half, in the last two weeks; null where none was missed.
 * Paused ones count as having come.
 */
export function missedAfter({ codec }: Book, now: number): Day | null {
  const { clockRuns, owner } = readInstallation();
  if (owner === "") return null;
  const times = [now, ...clockRuns.map(({ at }) => at)];
  const before = times.find((at, n) => n > 0 && (times[n - 1] ?? now) - at > MISSED);
  if (before === undefined || now - before > TWO_WEEKS) return null;
  return (codec.toCell(new Date(before)) as DateCell).day;
}

export function scheduleStatus(now: number): ScheduleStatus {
  const { owner, installedAt, timeZone, clockRuns, isTestCopy } = readInstallation();
  const last = clockRuns[0];
  const lastSeen = Math.max(last?.at ?? 0, installedAt);
  const hours = last ? (now - last.at) / HOUR : null;
  // A run of whoever had it before this one was installed is none of two owners.
  const since = Math.max(now - TWO_DAYS, installedAt);
  const recent = clockRuns.filter(({ entry, at }) => entry === "onDaily" && at >= since);
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
