import { definitionOf } from "../actions/index";
import type { Preview } from "../actions/preview";
import type { Sentence } from "../kernel/message";
import type { Currency } from "../kernel/money";
import { listed, say } from "../kernel/say";
import { eventInWords, rulesInWords } from "../rules/words";
import type { Trigger } from "../tables";
import type { SoundTrigger } from "./check-trigger";

/** The live sentence: when a trigger acts, and what would happen if it did on the preview's day (TRIG-20). */
export function sentenceOf(sound: SoundTrigger, preview: Preview): Sentence {
  const what = definitionOf(sound.does).effect(sound.does.parameters, preview);
  const first = say`${whenOf(sound)}: if this happened on ${{ day: preview.on }}, ${what}.`;
  return say`${listed([first, ...boundsOf(sound.trigger, preview)], " ")}`;
}

/** When a trigger acts and what it does, in one line for lists: no dates, no limits (TRIG-20). */
export const summaryOf = (sound: SoundTrigger, program: Currency): Sentence =>
  say`${whenOf(sound)}: ${definitionOf(sound.does).summary(sound.does.parameters, program)}.`;

function whenOf({ trigger: { event }, conditions }: SoundTrigger): Sentence {
  const rules = rulesInWords(conditions);
  return say`When ${eventInWords[event]}${rules === "always" ? "" : say`, if ${rules}`}`;
}

function boundsOf(trigger: Trigger, { on }: Preview): readonly Sentence[] {
  const { from, until, firstEvents, firstOfPartner, withinMonths, set } = trigger;
  const first = (of: string, n: number | null) =>
    n === null ? "" : `Only ${of}'s first ${n === 1 ? "such event" : `${n} such events`}.`;
  const isOpen = (from === null || from <= on) && (until === null || on <= until);
  return [
    isOpen
      ? ""
      : say`But it counts only events ${listed([...(from ? [say`from ${{ day: from }}`] : []), ...(until ? [say`until ${{ day: until }}`] : [])], " ")}.`,
    first("the customer", firstEvents),
    first("each partner", firstOfPartner),
    withinMonths === null ? "" : `Only within ${withinMonths} months of sign-up.`,
    set === null ? "" : `Of the set “${set}” only the first that matches applies.`,
  ].filter(Boolean);
}
