const DAY = 86_400_000;

/** Days as `YYYY-MM-DD`, months as `YYYY-MM`; the ledger's own arithmetic, which knows nothing of the program's. */
export const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY;
export const dayOf = (number: number): string => new Date(number * DAY).toISOString().slice(0, 10);
export const plusDays = (day: string, days: number): string => dayOf(dayNumber(day) + days);
export const monthOf = (day: string): string => day.slice(0, 7);

/** The month so many months later. */
export function plusMonths(month: string, months: number): string {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + months;
  const [year, index] = [Math.floor(count / 12), count % 12];
  return `${String(year).padStart(4, "0")}-${String(index + 1).padStart(2, "0")}`;
}

/** A day of a month, or its last one where the month is shorter. */
export function dayIn(month: string, day: number): string {
  const last = Number(plusDays(`${plusMonths(month, 1)}-01`, -1).slice(8));
  return `${month}-${String(Math.min(day, last)).padStart(2, "0")}`;
}
