import { ServiceError } from "../../workbook/base/service-error";
import { civilAt, isZone, serialToEpoch } from "../../workbook/base/zones";

/** A time zone as Utilities accepts it: an id of the zone database, or "GMT+1", "GMT-05:30". */
export interface Zone {
  /** Civil time as if it were epoch milliseconds of UTC. */
  readonly civilAt: (epoch: number) => number;
  /** Epoch milliseconds of a civil time. */
  readonly epochOf: (civil: number) => number;
  /** "CEST", or "Central European Summer Time". */
  readonly nameAt: (epoch: number, form: "short" | "long") => string;
}

const fixed = /^(?:GMT|UTC)([+-])(\d{1,2})(?::?(\d{2}))?$/;
const origin = Date.UTC(1899, 11, 30);
const day = 86_400_000;
/** English speakers of each region abbreviate their own zones; others are written "GMT+2". */
const speakers = ["en-US", "en-GB", "en-AU", "en-IN", "en-ZA"];

const nameIn = (locale: string, epoch: number, zone: string, form: "short" | "long"): string => {
  const format = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: form });
  return format.formatToParts(epoch).find(({ type }) => type === "timeZoneName")?.value ?? zone;
};

const fixedZone = (name: string, sign: string, hours: string, minutes = "0"): Zone => {
  const offset = (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
  return {
    civilAt: (epoch) => epoch + offset,
    epochOf: (civil) => civil - offset,
    nameAt: () => name,
  };
};

/** Finds a zone; throws for an unknown one (Java's silent fallback to GMT would hide the mistake). */
export const zoneOf = (name: string): Zone => {
  const parts = fixed.exec(name);
  if (parts !== null) return fixedZone(name, parts[1] ?? "+", parts[2] ?? "0", parts[3]);
  if (!isZone(name)) throw new ServiceError(`Invalid argument: timeZone ${name}`);
  return {
    civilAt: (epoch) => civilAt(epoch, name),
    epochOf: (civil) => serialToEpoch((civil - origin) / day, name),
    nameAt: (epoch, form) => {
      const names = speakers.map((locale) => nameIn(locale, epoch, name, form));
      return names.find((each) => !/^(GMT|UTC)[+-]/.test(each)) ?? names[0] ?? name;
    },
  };
};
