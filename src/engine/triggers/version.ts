import type { NoticedEdit } from "../activity/log-edits";
import { fingerprint } from "../kernel/keys";
import type { Work } from "../program/work";
import type { Trigger } from "../tables";
import { tables } from "../tables";
import { columnsThat, printCell } from "../tables/table";

const terms = columnsThat(tables.triggers, "term");

/** A blank currency means the program's: when that changes, so do the terms (MONEY-6). */
const termsOf = ({ program: { context } }: Work<"triggers">, trigger: Trigger): string => {
  const meant = {
    ...trigger,
    currency: trigger.currency ?? context.currency,
    limitCurrency: trigger.limitCurrency ?? context.currency,
  };
  return fingerprint(
    JSON.stringify(terms.map((id) => printCell(tables.triggers, id, meant, context))),
  );
};

/**
 * Gives each trigger whose cells changed since the last run its next version; one seen for the first time
 * is version 1 (TRIG-18). What changed since it was seen first.
 */
export const versionTriggers = (work: Work<"triggers">): readonly NoticedEdit[] =>
  work.all("triggers").flatMap((trigger) => {
    const { key, version, terms: before } = trigger;
    if (!versionTrigger(work, trigger) || before === null) return [];
    return [{ key, from: `version ${version}`, to: `version ${version + 1}` }];
  });

/** Gives one trigger its next version where its terms changed; whether it got one. */
export function versionTrigger(work: Work<"triggers">, trigger: Trigger): boolean {
  const now = termsOf(work, trigger);
  if (trigger.terms === now) return false;
  const version = trigger.terms === null ? 1 : trigger.version + 1;
  work.update("triggers", trigger.key, { terms: now, version });
  return true;
}
