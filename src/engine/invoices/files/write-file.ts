import { quoted } from "../../kernel/cells";
import { csvLine } from "../../kernel/csv";
import { ownKey, sortBy } from "../../kernel/order";
import type { Work } from "../../program/work";
import type { Partner, Payout } from "../../tables";
import { isItsLines } from "../pay";
import type { FileContext, FileFormat } from "./format";

/** A payout that stays out of a file, and why. */
export interface LeftOut {
  readonly payout: Payout;
  readonly why: string;
}
export interface WrittenFile {
  readonly text: string;
  /** The payouts in it, in its order. */
  readonly payouts: readonly Payout[];
  readonly leftOut: readonly LeftOut[];
  /** What could go in but for the file's length: it goes in the next. */
  readonly rest: readonly Payout[];
}

/** A reply stays under 100 kB, so that longer files are made as several. */
const MOST_CHARACTERS = 60_000;

/**
 * Writes payouts in one provider's format, in the order of their keys; the same payouts give the same bytes (PAYOUT-7).
 * `refusePartner` says why a partner is in no file whatever the format.
 */
export function writeFile(
  work: Work<"partners" | "rewards">,
  given: readonly Payout[],
  format: FileFormat,
  context: FileContext,
  refusePartner: (partner: Partner) => string | undefined,
): WrittenFile {
  const leftOut: LeftOut[] = [];
  const payouts: Payout[] = [];
  const rest: Payout[] = [];
  let text = format.headers === null ? "" : csvLine(format.headers);
  for (const payout of sortBy(given, ownKey)) {
    const partner = work.get("partners", payout.partner);
    const why = partner
      ? (refusePartner(partner) ?? refuseSum(work, payout) ?? format.refuse({ payout, partner }))
      : `There is no usable partner ${quoted(payout.partner)}. Correct or restore its row.`;
    if (!partner || why !== undefined) leftOut.push({ payout, why: why ?? "" });
    else {
      const line = csvLine(format.cells({ payout, partner }, context));
      const isFull =
        rest.length > 0 ||
        payouts.length >= format.most ||
        text.length + line.length > MOST_CHARACTERS;
      if (isFull) rest.push(payout);
      else {
        text += line;
        payouts.push(payout);
      }
    }
  }
  return { text, payouts, leftOut, rest };
}

const refuseSum = (work: Work<"rewards">, payout: Payout): string | undefined =>
  isItsLines(work, payout)
    ? undefined
    : "Its rewards don't add up to its amount. Correct or restore their rows.";
