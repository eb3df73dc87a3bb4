import { DomainError } from "../../engine/kernel/problem";
import { knownSecret, secretOf, signature } from "./secret";

const SECRET = "tributary.door.secret";
const HOUR = 3_600_000;
/** For how long a token is good. */
const GOOD_FOR = 24 * HOUR;
/** From then on an answer brings the next one along. */
const RENEWED_AFTER = 12 * HOUR;

const signed = (time: string, secret: string): string =>
  signature(`${SpreadsheetApp.getActiveSpreadsheet().getId()} ${time}`, secret);

/** What a page shows at the door with each call: when it was handed out, signed over spreadsheet and time (PARTNER-3). */
export const doorToken = (now: number): string => `${now}.${signed(String(now), secretOf(SECRET))}`;

/** A token that was made here: whether its day is over, and the one to go on with where it is time for that. */
export interface ShownToken {
  readonly isOld: boolean;
  readonly next: string | null;
}

/** What a page showed at the door; `now` in ms since 1970. Throws TOKEN_UNKNOWN for anything that was not made here. */
export function readDoorToken(shown: unknown, now: number): ShownToken {
  const [, time = "", sign] = /^(\d{1,15})\.([\w-]{43})$/.exec(String(shown)) ?? [];
  const secret = sign === undefined ? null : knownSecret(SECRET);
  if (secret === null || signed(time, secret) !== sign) throw new DomainError("TOKEN_UNKNOWN");
  const age = now - Number(time);
  return {
    isOld: age > GOOD_FOR,
    next: age > RENEWED_AFTER ? doorToken(now) : null,
  };
}
