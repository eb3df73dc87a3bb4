import { firstMonthToOpen } from "../invoices/months";
import { addDays, addToMonth, type Day, monthOf } from "../kernel/day";
import { say } from "../kernel/say";
import type { Work } from "../program/work";
import { type Finding, finding, type HealthCheck } from "./health-check";

/** Days on which no run came, and months not opened (DRIP-15, INVOICE-3). The next run makes up for both. */
export const missedDays: HealthCheck = {
  label: "Missed days",
  // Days without a run are no longer missed once there is one.
  onlyAsked: true,
  find: (work, { today }) =>
    work.settings.paused ? [] : [...silentDays(work, today), ...closedMonths(work, today)],
};

function silentDays(work: Work, today: Day): readonly Finding[] {
  const days = work
    .all("activity")
    .flatMap(({ data, when }) => (data?.kind === "run" ? [when.day] : []));
  const last = days.sort().pop();
  if (last === undefined || addDays(last, 1) >= today) return [];
  const first = addDays(last, 1);
  const until = addDays(today, -1);
  const span =
    first === until ? say`on ${{ day: first }}` : say`from ${{ day: first }} to ${{ day: until }}`;
  const message = say`No run took place ${span}. The next run catches up.`;
  return [{ ...finding("activity", "", "when", message), id: "days" }];
}

function closedMonths(work: Work, today: Day): readonly Finding[] {
  const first = firstMonthToOpen(work);
  const last = addToMonth(monthOf(today), -1);
  if (first > last) return [];
  const to = first === last ? "" : say` to ${{ month: last }}`;
  const message = say`The invoices of ${{ month: first }}${to} are not opened yet. The next run opens them.`;
  return [{ ...finding("settings", "last month opened", "value", message), id: "months" }];
}
