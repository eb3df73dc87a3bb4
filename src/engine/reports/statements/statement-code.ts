import { addDays, type Day, day, daysBetween, type Month } from "../../kernel/day";
import type { Currency } from "../../kernel/money";
import { ownKey, sortBy } from "../../kernel/order";
import { sha256 } from "../../kernel/sha256";
import type { Work } from "../../program/work";
import { amountOf, type Balance, type StatementOf } from "./statement";

/** Digits and letters that nobody takes for another. */
const SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const EPOCH = day("2000-01-01");
const DAY_SIGNS = 3;
const DIGEST_SIGNS = 13;

/** The day on which the balance of a month and currency became final, by its invoices up to then; null where it has none. */
export function finalSince(work: Work<"invoices">, month: Month, currency: Currency): Day | null {
  const days = work
    .where("invoices", "currency", currency)
    .flatMap((each) => (each.month <= month ? (each.finalizedOn ?? []) : []));
  return days.sort().pop() ?? null;
}

/**
 * The short code of a statement whose balance is final, with the day on which it became so (PARTNER-5): the code is that day, and
 * a digest over keys, amounts, dates, opening and closing, sorted by key. How and when a payout is made, and texts, are not in
 * it. Null where the balance says nothing.
 */
export function statementCode(
  { partner, month, currency }: StatementOf,
  { opening, lines, payouts, paidOut, closing }: Balance,
  finalOn: Day | null,
) {
  if (finalOn === null || (opening === 0 && lines.length + payouts.length === 0)) return null;
  const rows = sortBy(lines, ownKey).map((line) => [line.key, line.earnedOn, amountOf(line)]);
  const facts = [partner, month, currency, finalOn, opening, paidOut, closing, rows];
  const digest = sha256(encodeURIComponent(JSON.stringify(facts)));
  const bits = digest.map((word) => word.toString(2).padStart(32, "0")).join("");
  const signs = Array.from({ length: DIGEST_SIGNS }, (_, i) =>
    SIGNS.charAt(Number.parseInt(bits.slice(5 * i, 5 * i + 5), 2)),
  );
  return { code: hyphenated(daySigns(finalOn) + signs.join("")), finalOn };
}

/** Signs in groups of four. */
const hyphenated = (signs: string): string => signs.replace(/.{4}(?=.)/g, "$&-");

function daySigns(on: Day): string {
  const days = daysBetween(EPOCH, on);
  return [1024, 32, 1].map((worth) => SIGNS.charAt(Math.floor(days / worth) % 32)).join("");
}

/** A code as somebody copied or typed it, with the day on which its statement became final, and where it stands in the text. */
export type FoundCode = ReturnType<typeof findCodes>[number];

/** The codes in a text, each once: a code alone may lack its hyphens, and signs that are easily taken for others are those. */
export function findCodes(text: string) {
  const alone = text.replace(/[^0-9a-z]/gi, "");
  const found =
    alone.length === DAY_SIGNS + DIGEST_SIGNS
      ? [{ signs: alone, at: 0 }]
      : [...text.matchAll(/\b[0-9a-z]{4}(?:\s?[-‐‑–—]\s?[0-9a-z]{4}){3}\b/gi)].map((match) => ({
          signs: match[0].replace(/[^0-9a-z]/gi, ""),
          at: match.index,
        }));
  const codes = found.flatMap(({ signs, at }) => {
    const plain = signs.toUpperCase().replace(/O/g, "0").replace(/[IL]/g, "1");
    const days = [...plain.slice(0, DAY_SIGNS)].reduce(
      (sum, sign) => 32 * sum + SIGNS.indexOf(sign),
      0,
    );
    if ([...plain].some((sign) => !SIGNS.includes(sign))) return [];
    return [{ code: hyphenated(plain), finalOn: addDays(EPOCH, days), at }];
  });
  return codes.filter(({ code }, i) => codes.findIndex((each) => each.code === code) === i);
}
