import { actionOf } from "../actions/index";
import type { NoticedEdit } from "../activity/log-edits";
import { fingerprint } from "../kernel/keys";
import { columnsAfter, FIRST_SCHEMA } from "../program/schema";
import type { Work } from "../program/work";
import { type Trigger, tables } from "../tables";
import { type Columns, columnsThat, printCell } from "../tables/table";

/** Columns that the first release did not have, so that its fingerprints count no blanks of theirs. */
const laterTerms = columnsAfter("triggers", FIRST_SCHEMA);
const columns: Columns = tables.triggers.columns;
const termIds = columnsThat(tables.triggers, "term");

const blankTerms = Object.fromEntries(
  termIds.map((id) => [id, columns[id]?.fallback ?? null]),
) as Partial<Trigger>;

/** A blank currency means the program's: when that changes, so do the terms (MONEY-6). An action is one in any case. */
const meant = ({ program: { context } }: Work<"triggers">, trigger: Trigger): Trigger => ({
  ...trigger,
  action: actionOf(trigger.action) ?? trigger.action,
  currency: trigger.currency ?? context.currency,
  limitCurrency: trigger.limitCurrency ?? context.currency,
});

const printTerms = ({ program }: Work<"triggers">, trigger: Trigger) =>
  termIds.map((id) => [id, printCell(tables.triggers, id, trigger, program.context)] as const);

/** The fingerprint of the terms that are not blank: a column that is new changes none (TRIG-18). */
function termsOf(work: Work<"triggers">, trigger: Trigger): string {
  const blank = new Map(printTerms(work, { ...trigger, ...blankTerms }));
  const terms = printTerms(work, meant(work, trigger)).filter(
    ([id, cell]) => cell !== blank.get(id),
  );
  return fingerprint(JSON.stringify(Object.fromEntries(terms)));
}

/** As the first release did: of all terms there were then, blank ones too. */
const termsOfFirstRelease = (work: Work<"triggers">, trigger: Trigger): string =>
  fingerprint(
    JSON.stringify(
      printTerms(work, meant(work, trigger)).flatMap(([id, cell]) =>
        laterTerms.includes(id) ? [] : [cell],
      ),
    ),
  );

/**
 * Gives each trigger whose cells changed since the last run its next version; one seen for the first time
 * is version 1 (TRIG-18). What changed since it was seen first.
 */
export const versionTriggers = (work: Work<"triggers">): readonly NoticedEdit[] =>
  work.all("triggers").flatMap((trigger) => {
    const { key, version, terms: before } = trigger;
    if (!versionTrigger(work, trigger) || before === null) return [];
    const to = work.get("triggers", key)?.version;
    return to === version + 1 ? [{ key, from: `version ${version}`, to: `version ${to}` }] : [];
  });

/**
 * Gives one trigger its next version where its terms changed; whether it got one. Beside the terms stands the key that
 * they were kept for, which the row goes on under whatever its key cell says later (CELL-7).
 */
export function versionTrigger(work: Work<"triggers">, trigger: Trigger): boolean {
  const { key, terms, version } = trigger;
  const print = termsOf(work, trigger);
  if (terms?.print === print && terms.key === key) return false;
  const isSame =
    terms !== null && [print, termsOfFirstRelease(work, trigger)].includes(terms.print);
  // A copy of a row has its terms, and is a trigger of its own.
  const isOther = terms !== null && terms.key !== null && terms.key !== key;
  const next = terms === null || isOther ? 1 : isSame ? version : version + 1;
  work.update("triggers", key, { terms: { print, key }, version: next });
  return !isSame || isOther;
}

/** Whether two states of a trigger have the same terms, so that the one is no new version of the other (TRIG-18). */
export const isSameTerms = (work: Work<"triggers">, a: Trigger, b: Trigger): boolean =>
  termsOf(work, a) === termsOf(work, b);
