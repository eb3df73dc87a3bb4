import type { AuthMode } from "../realm/auth";
import type { Costs } from "../realm/costs";
import type { Arrived } from "../realm/killed";

/** How to open a host. Everything has a default: no file is a new workbook in memory. */
export interface HostOptions {
  /** A .json, .xlsx or .csv; a missing .json is created, and saved after each execution. */
  readonly file?: string;
  /** Takes the file for this process until `close`: a second host that asks for it is refused. */
  readonly exclusive?: boolean;
  /** The folder of Code.js, the pages and appsscript.json; dist/ beside build/ when left out. */
  readonly dist?: string;
  /** The virtual time to begin at; a day is its noon in the program's zone. Real time when left out. */
  readonly now?: Date | string | number;
  /** The spreadsheet's time zone; the file's own, else "UTC". */
  readonly timeZone?: string;
  /** The script's time zone; the manifest's, else "UTC". */
  readonly scriptTimeZone?: string;
  /** E-mail address of the person at the keyboard. */
  readonly user?: string;
  /** Whether Session.getActiveUser tells no address, as of a consumer account that is not the script's owner: false by default. */
  readonly hidesActiveUser?: boolean;
  /** The scopes that the person has granted, "script.send_mail"; all that the manifest asks for when left out. */
  readonly granted?: readonly string[];
  /** E-mail address of the spreadsheet's owner, whom no protection stops; `user` when left out. */
  readonly owner?: string;
  /** The spreadsheet's locale, "de_DE"; the file's own, else "en_US". */
  readonly locale?: string;
  /** Cells of plain text keep an apostrophe that is written before a text, as Google may do: false by default (PLATFORM-38). */
  readonly keepsApostrophes?: boolean;
  /** How much of the unflushed writes is carried out when an execution is killed: "none" by default. */
  readonly arrived?: Arrived;
  /** The mode to run in; by default simple triggers run LIMITED and everything else FULL. */
  readonly authMode?: AuthMode;
  /** Real ms after which a script that never ends is torn down; six minutes when left out. */
  readonly realLimitMs?: number;
  /** Virtual ms that each service call takes, or a function of its name; 0 by default. */
  readonly callCost?: number | ((call: string) => number);
  /** What services cost on Google, by which the list of executions estimates times; as published by default. */
  readonly costs?: Costs;
  /**
   * Whether executions may reuse the program that an earlier one loaded, since loading takes most of a short execution's time.
   * Google loads it each time, as the host does by default; a program that keeps nothing in memory can't tell.
   */
  readonly keepsProgram?: boolean;
  /** What Utilities.getUuid returns, so that a run can be repeated; random by default. */
  readonly uuid?: () => string;
}
