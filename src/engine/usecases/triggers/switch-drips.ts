import { endDrip } from "../../drips/end-drip";
import { insertDrip } from "../../drips/frozen-terms";
import { settledOf } from "../../drips/skipped";
import { capped } from "../../kernel/capped";
import { byCurrency } from "../../kernel/currency-order";
import { addDays, type Day } from "../../kernel/day";
import type { Env } from "../../kernel/env";
import { dayField, keyField, yesNoField } from "../../kernel/fields";
import { groupBy, sumOf } from "../../kernel/group-by";
import { input } from "../../kernel/input";
import type { Key } from "../../kernel/keys";
import type { Currency } from "../../kernel/money";
import { refuseInput } from "../../kernel/refuse-input";
import { plural, say } from "../../kernel/say";
import type { Work } from "../../program/work";
import type { Drip, Trigger } from "../../tables";
import { catchUp } from "../../timeline/advance";
import { logAct } from "../shared/log-act";
import { customerName, partnerName } from "../shared/names";
import { dripAct, dripTables, settleDrip } from "../shared/settle-drip";
import { showMoney } from "../shared/show-money";
import { useCase } from "../shared/use-case";
import { keepSwitch } from "./kept-switch";
import { rateInWords, replacementsOf, runningWithOtherTerms } from "./plan-switch";
import { putTrigger, wantedTrigger } from "./save-trigger";
import { triggerInputs, valuesOf } from "./trigger-draft";

/**
 * Saves a trigger's new terms and gives them to its running drips, all in one: each ends, and another begins in its
 * place (DRIP-41); with `confirmed` no, only says what that comes to in each currency, beside what keeping comes to
 * (TRIG-29). Throws what *save-trigger* throws, and INPUT_INVALID where the day is not after today.
 */
export const switchDrips = useCase({
  name: "switch-drips",
  ...dripAct,
  inputs: {
    ...triggerInputs,
    trigger: input("Trigger", keyField, { required: true }),
    switchOn: input("From", dayField, { hint: "Blank means from tomorrow on." }),
    confirmed: input("Confirmed", yesNoField),
  },
  reads: [...dripTables, "actions"],
  decide: (work, { trigger: key, switchOn, confirmed, ...values }, env) => {
    const from = switchOn ?? addDays(env.today, 1);
    if (from <= env.today) {
      refuseInput("switchOn", "Choose a day after today. What is due by today stands.");
    }
    const done = confirmed === true;
    const { before, draft, sound } = wantedTrigger(work, key, { ...values, state: "active" }, env);
    const trigger = done ? putTrigger(work, draft, before) : draft;
    const running = runningWithOtherTerms(work, { ...sound, trigger }, env.today);
    const all = replacementsOf(work, running, from);
    const isNew = ({ drip }: { readonly drip: Drip }) => settledOf(drip) === drip.after;
    const undo = done && before ? carryOut(work, { before, trigger, from, all }, env) : null;
    const stays = groupBy(
      running.filter(({ terms }) => !terms),
      (each) => each.stays,
    );
    return {
      trigger: key,
      name: trigger.name,
      version: trigger.version,
      from,
      /** How many running drips have other terms than the trigger has now, and how many of those have made nothing yet. */
      running: running.length,
      notStarted: running.filter(isNew).length,
      /** The different terms they have now, each with the number of drips that have it, the most common first. */
      now: [...groupBy(running, ({ drip }) => JSON.stringify(rateInWords(drip))).values()]
        .sort((a, b) => b.length - a.length)
        .slice(0, 5)
        .map((group) => ({
          terms: rateInWords((group[0] as (typeof running)[number]).drip),
          count: group.length,
        })),
      /** What they would give instead. */
      instead: all[0] ? rateInWords(all[0].terms) : null,
      /** Of those that can change: what is to come if they keep their terms, and if they don't, by currency. */
      sums: sumsOf(all, work.settings.programCurrency),
      changes: all.length,
      /** Those that keep their terms in any case, by reason. */
      stays: [...stays].map(([why, group]) => ({ why, count: group.length })),
      drips: capped(all, 50_000, ({ drip, terms, endsOn, next, ...sums }) => ({
        drip: drip.key,
        partnerName: partnerName(work, drip.partner),
        customerName: customerName(work, drip.customer),
        endsOn,
        /** Null where the new terms leave nothing to make. */
        next: next?.key ?? null,
        keeps: showMoney({ amount: sums.keeps, currency: drip.currency }),
        untilThen: showMoney({ amount: sums.untilThen, currency: drip.currency }),
        anew: showMoney({ amount: sums.anew, currency: terms.currency }),
      })),
      /** False for a preview: nothing was changed. */
      done,
      /** The line of Activity that *undo-switch* takes; null where nothing was done, or it is too much to be undone. */
      undo,
    };
  },
});

type Switching = ReturnType<typeof replacementsOf>[number];
type Tables = (typeof dripTables)[number];

/** Ends them, begins the others, and logs it all as one act; the line's key, where that can be undone. */
function carryOut(
  work: Work<Tables>,
  given: {
    readonly before: Trigger;
    readonly trigger: Trigger;
    readonly from: Day;
    readonly all: readonly Switching[];
  },
  env: Env,
): Key | null {
  const { before, trigger, from, all } = given;
  const values = valuesOf(before, work.program.context);
  for (const each of all) replace(work, each, env);
  const line = logAct(work, env, {
    what: "Gave running drips new terms",
    name: trigger.name,
    records: [trigger.key, ...all.map(({ drip }) => drip.key)],
    from: `version ${before.version}`,
    to: say`version ${trigger.version}, ${plural(all.length, "drip")} from ${{ day: from }}`,
  });
  const isKept = keepSwitch(work, line, {
    trigger: trigger.key,
    version: trigger.version,
    values,
    drips: all.map(({ drip, endsOn, next }) => [drip.key, endsOn, next !== undefined]),
  });
  return isKept ? line : null;
}

/** What is due by today is made first; what the drip makes from then on, the other makes. */
function replace(work: Work<Tables>, { drip, endsOn, next }: Switching, env: Env): void {
  const { key } = drip;
  const said = next ? ({ cause: "goes on", as: next.key } as const) : BY_TERMS;
  endDrip(work, drip, { on: endsOn, reason: said, by: env.user });
  if (next) insertDrip(work, next);
  catchUp(work, key, env.today, env);
  settleDrip(work, key);
  if (next) settleDrip(work, next.key);
}

const BY_TERMS = { cause: "words", said: "the trigger's new terms leave nothing more" } as const;

/** In each currency, the program's own first. */
function sumsOf(all: readonly Switching[], own: Currency) {
  const parts = all.flatMap(({ drip, terms, keeps, untilThen, anew }) => [
    { currency: drip.currency, keep: keeps, anew: untilThen },
    { currency: terms.currency, keep: 0, anew },
  ]);
  return byCurrency(parts, own).map(([currency, group]) => ({
    keep: showMoney({ amount: sumOf(group, ({ keep }) => keep), currency }),
    anew: showMoney({ amount: sumOf(group, ({ anew }) => anew), currency }),
  }));
}
