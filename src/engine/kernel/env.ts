import type { Day } from "./day";
import type { DateCell } from "./fields";
import type { Key } from "./keys";
import type { Left } from "./left";
import type { Entry } from "./locale-entry";
import type { Problem } from "./problem";
import type { ZoneOffset } from "./zoned";

/** What Google refuses at present (REFUSAL-1). */
export interface Refused {
  readonly problems: readonly Problem[];
  /** A journal that could not be finished is held: it is tried again only when a person says so. */
  readonly isHeld: boolean;
}

/** What a use case may know of the world (ADR-16). `newId` only for what a person makes. */
export interface Env {
  readonly today: Day;
  readonly now: DateCell;
  /** The account's e-mail. */
  readonly user: string;
  /** Seconds since this execution began; `now` is its beginning. */
  readonly seconds: number;
  readonly newId: (prefix: string) => string;
  /** How many more mails may go today; asks the mail service. */
  readonly mailsLeft: () => number;
  /** The run since which no row was changed and nothing became due, where that was found out (RUN-22). */
  readonly restsSince?: Key | undefined;
  /** What left the house, as is remembered beside the sheets (REFUSAL-8); nothing where it is left out. */
  readonly left?: () => Left;
  /** How people of the spreadsheet's locale write days. */
  readonly entry: () => Entry;
  /** A zone's offsets by its name ("Europe/Berlin"), "" for the spreadsheet's; undefined for an unknown name. */
  readonly zones: (name: string) => ZoneOffset | undefined;
  readonly refused: () => Refused;
  /** A part of what Home shows, as the last write left it; null where it left none (RUN-19a). */
  readonly homePart?: (part: string) => string | null;
  /**
   * The link to a partner's page under the web app's address; null where no run has written the page yet (PARTNER-2). Of a
   * partner who is new a place is kept, so that the link opens once a run has.
   */
  readonly pageLink?: (address: string, partner: Key, isNew?: boolean) => string | null;
  /** Another tab of the spreadsheet as the text of a file; undefined where there is none of this name (IMPORT-14). */
  readonly tab?: (name: string) => string | undefined;
}
