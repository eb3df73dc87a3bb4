import { lastDayLived } from "../../invoices/months";
import { clip } from "../../kernel/cells";
import { codesIn } from "../../kernel/codes";
import type { Work } from "../../program/work";
import type { Partner } from "../../tables";

const MOST_CODES = 20;

/** A code that the partner gives away, while it finds sales: with the team's link, and its last day. */
export type PageCode = ReturnType<typeof codesNow>[number];

/** The partner's codes that still find sales, each with the link to give away (PARTNER-1). */
export function codesNow(
  work: Work<"settings" | "invoices">,
  { codes, codesUntil, status }: Partner,
) {
  if (status === "archived" || (codesUntil !== null && codesUntil < lastDayLived(work))) return [];
  const { linkWithCode } = work.settings;
  return codesIn(codes ?? "")
    .slice(0, MOST_CODES)
    .map((code) => ({
      code: clip(code),
      ...(linkWithCode && {
        link: linkWithCode
          .split("{code}")
          .join(encodeURIComponent(code.replace(/\p{Surrogate}/gu, ""))),
      }),
      ...(codesUntil !== null && { until: codesUntil }),
    }));
}
