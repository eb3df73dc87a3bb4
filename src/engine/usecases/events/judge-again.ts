import { linesOf } from "../../activity/lines-of";
import { deriveDrip } from "../../drips/progress";
import { deriveTouched } from "../../invoices/derive-touched";
import { tableOfEvent } from "../../judging/events";
import { asTyped, judgedAs } from "../../judging/judged-as";
import { capped } from "../../kernel/capped";
import { cellWords } from "../../kernel/cell-words";
import { clip } from "../../kernel/cells";
import { type Day, day } from "../../kernel/day";
import { keyField, longTextField, madeKeyField, yesNoField } from "../../kernel/fields";
import { input, listInput } from "../../kernel/input";
import type { Key } from "../../kernel/keys";
import type { Sentence } from "../../kernel/message";
import { refuseInput } from "../../kernel/refuse-input";
import { plural, say } from "../../kernel/say";
import type { Work } from "../../program/work";
import { isOrWasRefund } from "../../sales/refund-row";
import { withRecords } from "../../simulate/bare";
import type { Again, Difference } from "../../simulate/judge-again";
import { type Chosen, planAgain } from "../../simulate/judge-again-plan";
import { nameOfEvent, trialsOf } from "../../simulate/trial";
import type { Trial } from "../../simulate/try-rows";
import { markerOf } from "../../tables/packed/marker";
import { type CompiledTriggers, compileTriggers } from "../../triggers/compile-triggers";
import { kindOfEvent, trialReads } from "../shared/asked-event";
import { logAct } from "../shared/log-act";
import { useCase } from "../shared/use-case";

const MOST_EVENTS = 100;
/** History earns nothing until it is judged again (JUDGE-11): then no start holds it back. */
const BEFORE_ALL = day("0001-01-01") as Day;

/**
 * Judges chosen events again by the triggers of now; with `confirmed` no, only says what would be kept, re-priced,
 * declined and added (JUDGE-17, JUDGE-18). What is not on a final invoice is changed in place, the rest gets a held
 * adjusting line.
 */
export const judgeAgain = useCase({
  name: "judge-again",
  edits: "take over",
  inputs: {
    events: listInput("Rows", keyField, { required: true, hint: "Their keys." }),
    endDrips: listInput("Drips to end in the same step", madeKeyField, {
      hint: "Their keys. A new drip then starts with the current terms.",
    }),
    reason: input("Reason", longTextField),
    confirmed: input("Confirmed", yesNoField),
  },
  reads: [...trialReads, "payouts", "activity"],
  decide: (work, { events, endDrips, reason, confirmed }, env) => {
    const chosen = judgedEvents(work, events);
    const places = new Set(chosen.map(({ kind, key }) => nameOfEvent(kind, key)));
    const keys = new Set(events);
    const typed = withRecords(work.program, "transactions", (row) =>
      keys.has(row.key) ? asTyped(work.program, row) : row,
    );
    const trials = trialsOf(typed, env, places, BEFORE_ALL);
    for (const { event, undecided } of trials.of.values()) {
      if (undecided)
        refuseInput("events", `“${clip(event.key)}” ${undecided.waits}. Correct that cell first.`);
    }
    const again: Again = { work, today: env.today, by: env.user };
    const ended = new Set(endDrips);
    const all = planAgain(again, trials.work, chosen, ended);
    if (confirmed) {
      for (const { carryOut } of all) carryOut();
      const triggers = compileTriggers(again.work);
      for (const event of chosen)
        markAgain(again.work, triggers, event, trials.of.get(nameOfEvent(event.kind, event.key)));
      for (const { key, what } of all) if (what === "drip") deriveDrip(work, key);
      deriveTouched(work);
      logAct(work, env, {
        what: say`Processed ${plural(chosen.length, "event")} again`,
        records: chosen.map(({ key }) => key),
        to: linesOf(all.filter(isChange).map(sentence)),
        why: reason,
      });
    }
    const counts: Partial<Record<Difference["kind"], number>> = {};
    for (const { kind } of all) counts[kind] = (counts[kind] ?? 0) + 1;
    const { rows, more } = capped(all, 90_000, ({ carryOut: _, ...shown }) => shown);
    return {
      /** False for a preview: nothing was changed. */
      done: confirmed === true,
      events: chosen.length,
      /** How many rewards and drips there are of each kind of difference. */
      counts,
      /** The changes first, then what is kept; `more` are left out. */
      differences: rows,
      more,
    };
  },
});

/** The chosen events; one that is not judged yet is refused, since the next run judges it. */
function judgedEvents(work: Work, keys: readonly Key[]): readonly Chosen[] {
  if (keys.length > MOST_EVENTS) {
    refuseInput("events", `Choose at most ${MOST_EVENTS} rows at a time.`);
  }
  return keys.map((key) => {
    const kind = kindOfEvent(work, key, "events");
    const row = work.get(tableOfEvent[kind], key);
    if (row && "refundOf" in row && isOrWasRefund(row)) {
      refuseInput(
        "events",
        `“${key}” is a refund: accept it as it is, and the next run counts it so.`,
      );
    }
    return row && markerOf(row)
      ? { kind, key }
      : refuseInput("events", `“${key}” has not been processed yet: the next run does that.`);
  });
}

const isChange = ({ kind }: Difference): boolean => kind !== "kept";
const sentence = ({ key, kind, from, to }: Difference): Sentence =>
  say`${key}: ${kind}, ${from ?? "none"} → ${to ?? "none"}`;

/** The row keeps its day and number, and names all triggers that made something for it. */
function markAgain(
  work: Work,
  triggers: CompiledTriggers,
  { kind, key }: Chosen,
  trial: Trial | undefined,
): void {
  const table = tableOfEvent[kind];
  const row = work.get(table, key);
  const marker = row && markerOf(row);
  if (marker && !trial && "refundOf" in row && asTyped(work.program, row).refundOf !== null) {
    // It says that it is a refund now: the next run counts it.
    const none = { by: null, outcome: null, partner: null };
    work.update("transactions", key, {
      judgedAs: judgedAs(work, table as never, key, triggers, none),
    });
  }
  if (!marker || !trial) return;
  const acted = [...new Set([...marker.acted, ...trial.judged.acted])];
  const judged = { ...marker, acted };
  const { outcome: said } = trial.judged;
  const outcome = cellWords(said);
  if (table === "partners") {
    work.update(table, key, { judged });
    return;
  }
  const by = trial.event.partner;
  const group = by && { group: by.group, moved: null };
  const as = judgedAs(work, table, key, triggers, {
    by: group,
    outcome: said,
    partner: by?.key ?? "",
  });
  if (table === "transactions") {
    const partner = trial.event.partner?.key ?? null;
    work.update(table, key, { judged, judgedAs: as, outcome, partner });
  } else work.update(table, key, { judged, judgedAs: as, outcome });
}
