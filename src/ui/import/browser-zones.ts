import type { ZoneOffset } from "../../engine/kernel/zoned";

const HOUR = 3_600_000;

/** The offsets of zones as the browser knows them; "" is the spreadsheet's. Offsets change on whole quarters of hours. */
export const browserZones =
  (own: string) =>
  (name: string): ZoneOffset | undefined => {
    const format = formatIn(name || own);
    if (!format) return undefined;
    const known = new Map<number, number>();
    return (instant) => {
      const quarter = Math.floor(instant / (HOUR / 4));
      const before = known.get(quarter);
      if (before !== undefined) return before;
      const at = quarter * (HOUR / 4);
      const offset = Date.parse(`${format.format(at).replace(" ", "T")}Z`) - at;
      known.set(quarter, offset);
      return offset;
    };
  };

function formatIn(timeZone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium" });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
