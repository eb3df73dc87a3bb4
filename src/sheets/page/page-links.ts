import { knownSecret, replaceSecret, secretOf, signature } from "../door/secret";

/**
 * What a link to a partner's page says, signed: a row of the pages' tab, its generation, the last day on which it holds, and a
 * print of the partner's key, since a row may come to be another's once an older version is restored (PARTNER-2).
 */
export interface PageToken {
  readonly slot: number;
  readonly generation: number;
  /** Days since 1970. */
  readonly until: number;
  readonly partner: string;
}

const PREFIX = "tributary.pages.";
const SECRET = `${PREFIX}secret`;
const DAY = 86_400_000;
/** Days for which a link holds. */
const HOLDS = 400;

const store = () => PropertiesService.getScriptProperties();

/** The row's generation: raised with each revocation. */
const generationOf = (slot: number): number => Number(store().getProperty(PREFIX + slot) ?? 0);

/** The token that opens the page on a row for the next 400 days; `now` in ms since 1970. */
export function pageToken(
  { slot, partner }: Pick<PageToken, "slot" | "partner">,
  now: number,
): string {
  const body = [slot, generationOf(slot), Math.floor(now / DAY) + HOLDS, partner].join(".");
  return `${body}.${signature(body, secretOf(SECRET))}`;
}

/** What a visitor's token says if it was signed here, was not revoked and still holds; null for any other. */
export function readPageToken(text: string, now: number): PageToken | null {
  const parts = /^((\d{1,7})\.(\d{1,7})\.(\d{1,7})\.(\w{11}))\.([\w-]{43})$/.exec(text);
  const key = parts && knownSecret(SECRET);
  if (!key) return null;
  const [, body = "", slot, generation, until, partner = "", signed] = parts;
  const token = {
    slot: Number(slot),
    generation: Number(generation),
    until: Number(until),
    partner,
  };
  if (signature(body, key) !== signed || token.until < Math.floor(now / DAY)) return null;
  return token.generation === generationOf(token.slot) ? token : null;
}

/** Makes every link to the page on this row void. */
export const revokeLink = (slot: number): void => {
  store().setProperty(PREFIX + slot, String(generationOf(slot) + 1));
};

/** Makes every link to every page void: they are signed with another secret from now on. */
export const revokeAllLinks = (): void => {
  replaceSecret(SECRET);
};
