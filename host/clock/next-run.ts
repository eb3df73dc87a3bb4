import { civilAt, serialToEpoch } from "../workbook/base/zones";
import type { ClockPlan } from "./trigger-record";

const day = 86_400_000;
const minutes = 60_000;
const serialOrigin = Date.UTC(1899, 11, 30);

/** Midnight, as if in UTC, of the civil day of an instant. */
const civilDay = (epoch: number, zone: string): number =>
  Math.floor(civilAt(epoch, zone) / day) * day;

type DayPlan = Extract<ClockPlan, { readonly zone: string }>;

const momentOf = (midnight: number, { hour, minute, zone }: DayPlan): number =>
  serialToEpoch((midnight - serialOrigin + (hour * 60 + minute) * minutes) / day, zone);

/** Midnight of the first day, from the day before `after` on, that fits the plan and whose moment is later. */
const firstDay = (
  plan: DayPlan,
  after: number,
  takes: (midnight: number, at: Date) => boolean,
): number => {
  let midnight = civilDay(after, plan.zone) - day;
  while (!takes(midnight, new Date(midnight)) || momentOf(midnight, plan) <= after) midnight += day;
  return midnight;
};

/** Days since the first day on which the plan could run, so that every n-th is counted from there. */
const counter = (plan: DayPlan, createdAt: number) => {
  const first = firstDay(plan, createdAt, () => true);
  return (midnight: number): number => Math.round((midnight - first) / day);
};

const everyFrom = (start: number, step: number, after: number): number =>
  start + Math.max(0, Math.floor((after - start) / step) + 1) * step;

/**
 * The next run later than `after`, in virtual ms since 1970; null if there is none. A month that lacks the day is
 * skipped (what Google does is unknown, PLATFORM-61: use a day up to 28).
 */
export const nextRun = (plan: ClockPlan, createdAt: number, after: number): number | null => {
  switch (plan.kind) {
    case "once":
      return plan.at > after ? plan.at : null;
    case "minutes":
      return everyFrom(createdAt + plan.every * minutes, plan.every * minutes, after);
    case "hours":
      return everyFrom(createdAt + plan.minute * minutes, plan.every * 60 * minutes, after);
    case "days": {
      const passed = counter(plan, createdAt);
      const takes = (midnight: number) =>
        passed(midnight) >= 0 && passed(midnight) % plan.every === 0;
      return momentOf(firstDay(plan, after, takes), plan);
    }
    case "weeks": {
      const passed = counter(plan, createdAt);
      const takes = (midnight: number, at: Date) =>
        at.getUTCDay() === plan.weekday &&
        passed(midnight) >= 0 &&
        Math.floor(passed(midnight) / 7) % plan.every === 0;
      return momentOf(firstDay(plan, after, takes), plan);
    }
    case "month": {
      const takes = (_midnight: number, at: Date) => at.getUTCDate() === plan.day;
      return momentOf(firstDay(plan, after, takes), plan);
    }
    default:
      return plan satisfies never;
  }
};
