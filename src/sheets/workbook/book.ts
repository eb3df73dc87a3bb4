import { plainText } from "../../engine/kernel/cells";
import { asRefusal } from "../../engine/kernel/problem";
import type { ZoneOffset } from "../../engine/kernel/zoned";
import type { Changeset } from "../../engine/program/changeset";
import { type Codec, createCodec } from "../codec/codec";
import { decimalMarkIn, millionOf } from "../codec/decimal-mark";
import { dateFormatIn, type Look } from "../codec/formats";
import { memoZoneOffset, offsetFromText } from "../codec/zone-offset";
import { tabGone } from "./refusal";

export type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
export type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** The team's spreadsheet, with everything that reading and writing its cells depends on. */
export interface Book {
  readonly spreadsheet: Spreadsheet;
  readonly zone: string;
  readonly locale: string;
  readonly decimalMark: "." | ",";
  /** How its locale writes 1234567.8. */
  readonly million: string;
  readonly codec: Codec;
  readonly look: Look;
  /** The look in which its cells were last formatted, as the journal's tab keeps it; "" before (UPGRADE-17). */
  shownLook: string;
  /** The offsets of any zone by its name, "" for the spreadsheet's; undefined for a name that Google doesn't know. */
  readonly zones: (name: string) => ZoneOffset | undefined;
  /** What Google refused so far and is still to be written; kept in the journal's tab between executions (REFUSAL-1). */
  aside: Changeset;
  /** Tabs of other tools that were read, by name: once an execution. */
  readonly tabs: Map<string, string | undefined>;
  /** Cells of plain text here keep an apostrophe that is written before a text; read with the journal (REFUSAL-6). */
  keepsApostrophes: boolean;
  /** The journal's tab was missing and had to be made. */
  madeJournal: boolean;
}

const LOCAL = "yyyy-MM-dd'T'HH:mm:ss";
/** Formatting in an unknown zone would be in UTC, silently. */
function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

const offsetIn = (name: string): ZoneOffset =>
  memoZoneOffset((instant) =>
    offsetFromText(Utilities.formatDate(new Date(instant), name, LOCAL), instant),
  );

/** How cells and values convert in a time zone. */
export const codecIn = (zone: string): Codec => createCodec(offsetIn(zone));

/** Opens the spreadsheet that the script is bound to. Reads no cells. */
export function openBook(): Book {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const zone = spreadsheet.getSpreadsheetTimeZone();
  const locale = spreadsheet.getSpreadsheetLocale();
  const million = millionOf(locale);
  const offsetAt = offsetIn(zone);
  return {
    spreadsheet,
    zone,
    locale,
    decimalMark: decimalMarkIn(million),
    million,
    codec: createCodec(offsetAt),
    look: { dates: dateFormatIn(locale), digits: 2 },
    shownLook: "",
    zones: (name) => (name === "" ? offsetAt : isZone(name) ? offsetIn(name) : undefined),
    aside: { effects: [] },
    tabs: new Map(),
    keepsApostrophes: false,
    madeJournal: false,
  };
}

/** Does this with the spreadsheet, and once more from the start if its time zone is changed meanwhile. */
export function inOneZone<T>(work: (book: Book) => T): T {
  try {
    return work(openBook());
  } catch (thrown) {
    if (asRefusal(thrown)?.code !== "ZONE_CHANGED") throw tabGone(thrown) ?? thrown;
    return work(openBook());
  }
}

/**
 * A tab by its name, or by one that differs only in case or surrounding space: Sheets treats “partners” and
 * “Partners” as the same name, and would refuse to create the second.
 */
export function findTab({ spreadsheet }: Book, name: string): Sheet | null {
  const plain = (text: string) => plainText(text).toLowerCase();
  return (
    spreadsheet.getSheetByName(name) ??
    spreadsheet.getSheets().find((sheet) => plain(sheet.getName()) === plain(name)) ??
    null
  );
}
