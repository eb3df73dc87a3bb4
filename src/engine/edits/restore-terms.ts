import type { NoticedEdit } from "../activity/log-edits";
import { termsOfPart } from "../drips/terms-of-part";
import { clip } from "../kernel/cells";
import type { Work } from "../program/work";
import type { Reward } from "../tables";
import { termsField } from "../tables/packed/terms";

/**
 * Puts the terms of a drip's part back where they were typed over or broken: the drip's own frozen terms prove them,
 * but for the room that limits left, which stays as it reads (EDIT-8).
 */
export function restoreTerms(
  work: Work<"rewards" | "drips">,
  { key, drip: of, occurrence, terms: typed }: Reward,
): NoticedEdit | undefined {
  const drip = work.get("drips", of);
  // Flat terms of such a part are an undone run's: they are no slip.
  if (!drip?.frozen || occurrence === null || typed?.kind === "flat") return undefined;
  const terms = termsOfPart(drip, occurrence, typed?.room ?? null);
  if (terms === null || JSON.stringify(terms) === JSON.stringify(typed)) return undefined;
  work.update("rewards", key, { terms });
  const said = (each: typeof terms) => clip(String(termsField.print(each, work.program.context)));
  const was = typed === null ? "nothing that can be read" : said(typed);
  return { key, from: `terms ${said(terms)}`, to: `terms ${said(terms)} (typed ${was})` };
}
