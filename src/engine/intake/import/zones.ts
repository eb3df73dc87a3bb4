import type { DateCell } from "../../kernel/fields";
import { dateCellOf, instantOf, type ZoneOffset } from "../../kernel/zoned";
import type { Moment } from "./read-moment";

/** The offsets of a zone by its name ("Europe/Berlin"), "" for the spreadsheet's own; undefined for an unknown one. */
export type Zones = (name: string) => ZoneOffset | undefined;

/** Abbreviations that mean one zone only, in minutes from UTC. CST and IST mean several, so they aren't here. */
const abbreviations: Readonly<Record<string, number>> = {
  Z: 0,
  UTC: 0,
  GMT: 0,
  WET: 0,
  WEST: 60,
  CET: 60,
  MEZ: 60,
  CEST: 120,
  MESZ: 120,
  EET: 120,
  EEST: 180,
  MSK: 180,
  EST: -300,
  EDT: -240,
  CDT: -300,
  MST: -420,
  MDT: -360,
  PST: -480,
  PDT: -420,
  JST: 540,
  KST: 540,
  HKT: 480,
  SGT: 480,
  AEST: 600,
  AEDT: 660,
  NZST: 720,
  NZDT: 780,
};

/** The offset that a zone's text names; "unknown" for one that names none, or several. */
export function offsetNamed(text: string, zones: Zones): ZoneOffset | "unknown" {
  const word = text.trim();
  const fixed = /^(?:UTC|GMT)?\s?([+-])(\d{1,2})(?::?(\d{2}))?$/i.exec(word);
  const minutes = fixed
    ? (fixed[1] === "-" ? -1 : 1) * (Number(fixed[2]) * 60 + Number(fixed[3] ?? 0))
    : abbreviations[word.toUpperCase()];
  if (minutes !== undefined) return () => minutes * 60_000;
  return (word.includes("/") ? zones(word) : undefined) ?? "unknown";
}

/** The zone that a header names: "Date (UTC+2)", "Created (PST)", "created_utc"; "" for none. */
export function zoneIn(header: string, zones: Zones): string {
  const inBrackets = [...header.matchAll(/[[(]([^\])]+)[)\]]/g)].map(([, said = ""]) =>
    said.trim(),
  );
  const last = /(?:^|[\s_-])(UTC|GMT)$/i.exec(header.trim())?.[1];
  return [...inBrackets, last ?? ""].find((each) => offsetNamed(each, zones) !== "unknown") ?? "";
}

type Unknown = { readonly reason: string };

/**
 * The instant of a moment of the file (milliseconds since 1970). One without a zone of its own is of the file's zone; undefined
 * where that is the spreadsheet's own (""), and for a day without a clock time, which is that day everywhere (IMPORT-9).
 */
export function instantIn(
  moment: Moment,
  fileZone: string,
  zones: Zones,
): number | undefined | Unknown {
  if ("instant" in moment) return moment.instant;
  const { day, time, zone } = moment;
  const named = zone === "" ? undefined : offsetNamed(zone, zones);
  const isOpen = named === undefined || named === "unknown";
  const offset = isOpen && fileZone !== "" ? offsetNamed(fileZone, zones) : named;
  // A day alone has no clock that could be elsewhere; midnight has.
  if (time === "" || offset === undefined) return undefined;
  if (offset === "unknown") return { reason: `the time zone “${zone || fileZone}” is not known` };
  return instantOf(Date.parse(`${day}T${time}Z`), offset);
}

/** A moment of the file on the spreadsheet's calendar (IMPORT-9). */
export function localMoment(moment: Moment, fileZone: string, zones: Zones): DateCell | Unknown {
  const at = instantIn(moment, fileZone, zones);
  if (typeof at === "object") return at;
  if (at !== undefined) return dateCellOf(at + (zones("")?.(at) ?? 0));
  const { day, time } = moment as Exclude<Moment, { instant: number }>;
  return { day, time: time === "00:00:00" ? "" : time };
}
