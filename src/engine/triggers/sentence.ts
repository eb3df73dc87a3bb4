import { definitionOf } from "../actions/index";
import type { Preview } from "../actions/preview";
import type { Day } from "../kernel/day";
import type { Sentence } from "../kernel/message";
import type { Currency } from "../kernel/money";
import { listed, say } from "../kernel/say";
import { eventInWords, rulesInWords } from "../rules/words";
import type { Trigger } from "../tables";
import type { SoundTrigger } from "./check-trigger";

/** The live sentence: when a trigger acts, and what would happen if it did on the preview's day (TRIG-20). */
export function sentenceOf(sound: SoundTrigger, preview: Preview, program: Currency): Sentence {
  const what = definitionOf(sound.does).effect(sound.does.parameters, preview);
  const first = say`${whenOf(sound)}: if this happened on ${{ day: preview.on }}, ${what}.`;
  return say`${listed([first, ...boundsOf(sound.trigger, program, preview.on)], " ")}`;
}

/** When a trigger acts and what it does, with its limits and dates, for lists (TRIG-20, TRIG-31). */
export function summaryOf(sound: SoundTrigger, program: Currency): Sentence {
  const what = definitionOf(sound.does).summary(sound.does.parameters, program);
  const bounds = boundsOf(sound.trigger, program);
  return say`${listed([say`${whenOf(sound)}: ${what}.`, ...bounds], " ")}`;
}

function whenOf({ trigger: { event }, conditions }: SoundTrigger): Sentence {
  const rules = rulesInWords(conditions);
  return say`When ${eventInWords[event]}${rules === "always" ? "" : say`, if ${rules}`}`;
}

const perWords = {
  limitPerReward: "a reward",
  limitPerCustomer: "for one customer",
  limitPerMonth: "for one partner in a month",
} as const;

/** What a trigger's limits and dates say; where `on` is given, whether it acts on that day. */
export function boundsOf(trigger: Trigger, program: Currency, on?: Day): readonly Sentence[] {
  const { from, until, firstEvents, firstOfPartner, withinMonths, set } = trigger;
  const currency = trigger.limitCurrency ?? program;
  const first = (of: string, n: number | null) =>
    n === null ? "" : `Only ${of}'s first ${n === 1 ? "such event" : `${n} such events`}.`;
  const dates = listed(
    [
      ...(from ? [say`from ${{ day: from }}`] : []),
      ...(until ? [say`until ${{ day: until }}`] : []),
    ],
    " ",
  );
  const isClosed = on !== undefined && ((from ?? on) > on || (until ?? on) < on);
  const most = Object.entries(perWords).map(([id, words]) => {
    const amount = trigger[id as keyof typeof perWords];
    return amount === null ? "" : say`At most ${{ amount, currency }} ${words}.`;
  });
  return [
    from === null && until === null
      ? ""
      : isClosed
        ? say`But it counts only events ${dates}.`
        : say`Only events ${dates}.`,
    first("the customer", firstEvents),
    first("each partner", firstOfPartner),
    withinMonths === null ? "" : `Only within ${withinMonths} months of sign-up.`,
    ...most,
    set === null ? "" : `Of the set “${set}” only the first that matches applies.`,
  ].filter(Boolean);
}
