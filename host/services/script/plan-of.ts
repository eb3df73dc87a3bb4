import type { ClockPlan } from "../../clock/trigger-record";
import { ServiceError } from "../../workbook/base/service-error";
import { isZone, serialOf, serialToEpoch } from "../../workbook/base/zones";
import { draw } from "./draw";

/** The calls on a ClockTriggerBuilder: each method's name with its numbers and texts. */
export type Said = ReadonlyMap<string, readonly (string | number)[]>;

const frequencies = "everyMinutes everyHours everyDays everyWeeks onMonthDay after at atDate".split(
  " ",
);

/** Names that spreadsheets know and the scheduler's own list may not: younger than it (PLATFORM-96). */
const tooNew = new Set([
  "Europe/Kyiv",
  "America/Ciudad_Juarez",
  "America/Coyhaique",
  "Asia/Qostanay",
]);

const reject = (message: string): never => {
  throw new ServiceError(message);
};

/** The schedule that a builder describes; `seed` decides what Google would choose at random. */
export const planOf = (said: Said, scriptZone: string, now: number, seed: string): ClockPlan => {
  const number = (name: string): number | undefined => {
    const value = said.get(name)?.[0];
    return value === undefined ? undefined : Number(value);
  };
  const chosen = frequencies.filter((name) => said.has(name));
  if (chosen.length > 1) reject(`Only one of ${chosen.join(", ")} may be set on a clock trigger.`);
  const zone = String(said.get("inTimezone")?.[0] ?? scriptZone);
  if (!isZone(zone) || tooNew.has(zone)) reject(`Invalid argument: timezone ${zone}`);
  const near = number("nearMinute");
  const minute = near === undefined ? draw(seed, 60) : near - 15 + draw(seed, 31);
  const time = { zone, hour: number("atHour") ?? draw(`${seed} hour`, 24), minute };
  const once = (at: number): ClockPlan =>
    at > now ? { kind: "once", at } : reject("The scheduled trigger time must be in the future.");
  const weekday = number("onWeekDay");
  const every = number(chosen[0] ?? "") ?? 1;
  switch (chosen[0]) {
    case "everyMinutes":
      return { kind: "minutes", every };
    case "everyHours":
      return { kind: "hours", every, minute: 1 + draw(seed, every * 60) };
    case "everyDays":
      return { kind: "days", every, ...time };
    case "onMonthDay":
      return { kind: "month", day: every, ...time };
    case "after":
      return { kind: "once", at: now + every };
    case "at":
      return once(every);
    case "atDate": {
      const [year = 0, month = 0, day = 0] = (said.get("atDate") ?? []).map(Number);
      return once(serialToEpoch(serialOf(year, month, day, (draw(seed, 31) - 15) / 1440), zone));
    }
    case undefined:
      if (weekday === undefined)
        return reject("A clock trigger needs to be told how often to run.");
      return { kind: "weeks", every: 1, weekday, ...time };
    default:
      return { kind: "weeks", every, weekday: weekday ?? 1, ...time };
  }
};
