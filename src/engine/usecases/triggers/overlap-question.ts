import type { Env } from "../../kernel/env";
import { sumOf } from "../../kernel/group-by";
import { exponentOf } from "../../kernel/money";
import type { Work } from "../../program/work";
import type { Catalogue } from "../../rules/facts";
import { exampleFor } from "../../simulate/example-sale";
import { rehearse } from "../../simulate/rehearse";
import type { SoundTrigger } from "../../triggers/check-trigger";
import { showMoney } from "../shared/show-money";
import { overlapping } from "./saved-trigger";

const EXAMPLE = 100;
const pays = ({ does: { action } }: SoundTrigger): boolean =>
  action === "grant a reward" || action === "start a drip";

/**
 * What a trigger and the active ones beside it would pay together for one event: an example on which they all act, what
 * each would make of it, and the sum (LIMIT-2a). Null where it pays alone, or where no such example was found.
 */
export function overlapQuestion(
  work: Work<"settings" | "triggers">,
  sound: SoundTrigger,
  catalogue: Catalogue,
  env: Pick<Env, "today">,
) {
  const { program, settings } = work;
  const currency = settings.programCurrency;
  let example = { on: env.today, amount: EXAMPLE * 10 ** exponentOf(currency), currency };
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
  const currencies = [...new Set(lines.map(({ sum }) => sum.currency))];
  return {
    on: example.on,
    /** The sale of the example; null where the event is none. */
    sale: sound.trigger.event === "transaction created" ? showMoney(example) : null,
    /** This trigger first, then the others in their order. */
    lines,
    /** In each currency. */
    sums: currencies.map((of) => {
      const amount = sumOf(lines.flatMap(({ sum }) => (sum.currency === of ? [sum] : [])));
      return showMoney({ amount, currency: of });
    }),
  };
}
