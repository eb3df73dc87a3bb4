import type { EnumValue } from "../../realm/inside/enumerations";
import { exception } from "../../realm/inside/exception";

type Word = string | number;

const reject = (method: string, rule: string): never => {
  throw exception(`The value you passed to ${method} was invalid. It must be ${rule}.`);
};

const oneOf = (method: string, value: number, values: readonly number[]): readonly Word[] => {
  const last = values[values.length - 1];
  const rule = `one of ${values.slice(0, -1).join(", ")} or ${last}`;
  return values.includes(value) ? [value] : reject(method, rule);
};

const within = (method: string, value: number, low: number, high: number): readonly Word[] =>
  Number.isInteger(value) && value >= low && value <= high
    ? [value]
    : reject(method, `between ${low} and ${high}`);

/** The arguments of each method of ClockTriggerBuilder (PLATFORM-96), as numbers and texts. */
export const clockRules = {
  after: (ms: number) => (ms > 0 ? [ms] : reject("after", "greater than 0")),
  at: (date: Date) => (Number.isNaN(date.getTime()) ? reject("at", "a date") : [date.getTime()]),
  atDate: (year: number, month: number, day: number) => [
    year,
    ...within("atDate", month, 1, 12),
    ...within("atDate", day, 1, 31),
  ],
  atHour: (hour: number) => within("atHour", hour, 0, 23),
  everyDays: (days: number) => (days >= 1 ? [days] : reject("everyDays", "at least 1")),
  everyHours: (hours: number) => oneOf("everyHours", hours, [1, 2, 4, 6, 8, 12]),
  everyMinutes: (count: number) => oneOf("everyMinutes", count, [1, 5, 10, 15, 30]),
  everyWeeks: (weeks: number) => (weeks >= 1 ? [weeks] : reject("everyWeeks", "at least 1")),
  inTimezone: (zone: string) => [zone],
  nearMinute: (minute: number) => within("nearMinute", minute, 0, 59),
  onMonthDay: (day: number) => within("onMonthDay", day, 1, 31),
  onWeekDay: (weekday: EnumValue) => [weekday.ordinal()],
} satisfies Readonly<Record<string, (...values: never[]) => readonly Word[]>>;
