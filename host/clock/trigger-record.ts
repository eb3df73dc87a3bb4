import type { HostState } from "../realm/host-state";

/**
 * When a time-driven run comes due. Hours and days are civil ones of `zone`; `minute` was chosen when the schedule
 * was made and stays the same, so that 24 hours pass between runs (PLATFORM-60).
 */
export type ClockPlan =
  | { readonly kind: "once"; readonly at: number }
  | { readonly kind: "minutes"; readonly every: number }
  | { readonly kind: "hours"; readonly every: number; readonly minute: number }
  | (DayTime & { readonly kind: "days"; readonly every: number })
  /** `weekday`: 0 is Sunday. */
  | (DayTime & { readonly kind: "weeks"; readonly every: number; readonly weekday: number })
  | (DayTime & { readonly kind: "month"; readonly day: number });

interface DayTime {
  readonly zone: string;
  readonly hour: number;
  /** May be below 0 or over 59, where nearMinute reaches into the next hour. */
  readonly minute: number;
}

export type SpreadsheetEvent = "ON_OPEN" | "ON_EDIT" | "ON_CHANGE" | "ON_FORM_SUBMIT";

/** What newTrigger().create() creates: which function runs, for whom, on what. */
export type TriggerRecord = {
  /** Apps Script's unique id, a number in text. */
  readonly id: string;
  /** The e-mail address of its creator; the function runs as this user. */
  readonly creator: string;
  readonly handler: string;
} & (
  | { readonly source: "SPREADSHEETS"; readonly sourceId: string; readonly event: SpreadsheetEvent }
  | ClockTrigger
);

export interface ClockTrigger {
  readonly source: "CLOCK";
  readonly event: "CLOCK";
  readonly plan: ClockPlan;
  /** Virtual ms since 1970. */
  readonly createdAt: number;
  /** Virtual ms since 1970 of the next run; null when a one-off has run, which still counts as a trigger. */
  nextAt: number | null;
}

/** All triggers of the project, of every user, in the order of their creation; saved in the workbook's file. */
export const triggersOf = (host: HostState): TriggerRecord[] =>
  host.kept<TriggerRecord[]>("triggers", () => []);
