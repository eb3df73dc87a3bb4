import type { Env } from "../../kernel/env";
import { sumOf } from "../../kernel/group-by";
import type { Key } from "../../kernel/keys";
import { type Currency, exponentOf } from "../../kernel/money";
import type { Work } from "../../program/work";
import type { Catalogue } from "../../rules/facts";
import { exampleFor } from "../../simulate/example-sale";
import { type Example, rehearse } from "../../simulate/rehearse";
import type { Trigger } from "../../tables";
import { checkTrigger, type SoundTrigger } from "../../triggers/check-trigger";
import { showMoney, showSums } from "../shared/show-money";
import { overlapping } from "./saved-trigger";

const EXAMPLE = 100;
const pays = ({ does: { action } }: SoundTrigger): boolean =>
  action === "grant a reward" || action === "start a drip";

const usualSale = (currency: Currency, { today }: Pick<Env, "today">): Example => ({
  on: today,
  amount: EXAMPLE * 10 ** exponentOf(currency),
  currency,
});

/** The active triggers that pay beside this one for some event. */
function paidBeside(
  work: Work<"settings" | "triggers">,
  trigger: Trigger | undefined,
  catalogue: Catalogue,
  env: Pick<Env, "today">,
): ReadonlySet<Key> {
  const sound = trigger?.state === "active" ? checkTrigger(trigger, catalogue) : undefined;
  if (!sound?.ok || !pays(sound)) return new Set();
  const usual = usualSale(work.settings.programCurrency, env);
  const isFound = (other: SoundTrigger) =>
    pays(other) && exampleFor([sound, other], usual, work.program.context) !== undefined;
  const others = overlapping(work, sound, catalogue, env).filter(isFound);
  return new Set(others.map((other) => other.trigger.key));
}

/**
 * What a trigger and the active ones beside it would pay together for one event: an example on which they all act, what
 * each would make of it, and the sum (LIMIT-2a). Null where it pays alone, where no such example was found, or where it
 * paid beside the same ones as it was saved before.
 */
export function overlapQuestion(
  work: Work<"settings" | "triggers">,
  sound: SoundTrigger,
  catalogue: Catalogue,
  env: Pick<Env, "today">,
  before?: Trigger,
) {
  const { program, settings } = work;
  const currency = settings.programCurrency;
  let example = usualSale(currency, env);
  const paying = [sound];
  for (const other of pays(sound) ? overlapping(work, sound, catalogue, env) : []) {
    const { set } = other.trigger;
    if (!pays(other) || (set !== null && paying.some(({ trigger }) => trigger.set === set)))
      continue;
    const found = exampleFor([...paying, other], example, program.context);
    if (!found) continue;
    example = found;
    paying.push(other);
  }
  if (paying.length === 1) return null;
  const known = paidBeside(work, before, catalogue, env);
  if (paying.every(({ trigger: { key } }) => key === sound.trigger.key || known.has(key))) {
    return null;
  }
  const lines = paying.map((each) => {
    const { drip, rewards } = rehearse(program, each, example);
    const paidIn = drip?.currency ?? rewards[0]?.currency ?? currency;
    const { key, name } = each.trigger;
    return {
      key,
      name,
      rewards: rewards.length,
      sum: showMoney({ amount: sumOf(rewards), currency: paidIn }),
    };
  });
  return {
    on: example.on,
    /** The sale of the example; null where the event is none. */
    sale: sound.trigger.event === "transaction created" ? showMoney(example) : null,
    /** This trigger first, then the others in their order. */
    lines,
    /** In each currency. */
    sums: showSums(
      lines.map(({ sum }) => sum),
      currency,
    ),
  };
}
