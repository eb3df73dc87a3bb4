const day = 86_400_000;

/** ISO week: the one whose Thursday lies in the year. */
const weekOfYear = (at: Date): number => {
  const weekday = (at.getUTCDay() + 6) % 7;
  const thursday = new Date(at.getTime() + (3 - weekday) * day);
  return 1 + Math.floor((thursday.getTime() - Date.UTC(thursday.getUTCFullYear(), 0, 1)) / day / 7);
};

/** The event object of a time-driven run, in UTC; days of the week count from Monday as 1 (PLATFORM-59). */
export const timeEvent = (epoch: number, triggerUid: string) => {
  const at = new Date(epoch);
  return {
    authMode: { $make: "AuthMode", name: "FULL" },
    "day-of-month": at.getUTCDate(),
    "day-of-week": ((at.getUTCDay() + 6) % 7) + 1,
    hour: at.getUTCHours(),
    minute: at.getUTCMinutes(),
    month: at.getUTCMonth() + 1,
    second: at.getUTCSeconds(),
    timezone: "UTC",
    triggerUid,
    "week-of-year": weekOfYear(at),
    year: at.getUTCFullYear(),
  };
};
