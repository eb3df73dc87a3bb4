import { definitionOf } from "../actions/index";
import { cellWords } from "../kernel/cell-words";
import type { Currency } from "../kernel/money";
import { listed, say } from "../kernel/say";
import type { EventKind } from "../kernel/vocabulary";
import { rulesInWords } from "../rules/words";
import type { SoundTrigger } from "./check-trigger";
import { boundsOf } from "./sentence";

const occasions = {
  "customer created": "each new customer",
  "transaction created": "each sale",
  "action recorded": "each action",
  "partner joined or changed group": "joining",
} as const satisfies Readonly<Record<EventKind, string>>;

/**
 * What partners may read of a trigger's terms, offered as its offer description (TRIG-32): what it gives, its limits and
 * dates. Of its rules only that there are some, but for a customer's first sale (TRIG-2).
 */
export function offerOf(sound: SoundTrigger, program: Currency): string {
  const { trigger, does, conditions } = sound;
  const { set: _, ...open } = trigger;
  const what = definitionOf(does).summary(does.parameters, program);
  const rules = rulesInWords(conditions);
  const occasion =
    rules === "always"
      ? occasions[trigger.event]
      : isFirstSale(trigger.rules)
        ? "a customer's first sale"
        : occasions[trigger.event].replace(/^(each )?/, "$1qualifying ");
  const first = say`For ${occasion}: ${what}.`;
  return cellWords(say`${listed([first, ...boundsOf({ ...open, set: null }, program)], " ")}`);
}

const FIRST = JSON.stringify({ fact: "transaction.number", operator: "equal", value: 1 });

/** Whether the rules ask for nothing but a customer's first sale. */
function isFirstSale(rules: string | null): boolean {
  const text = (rules ?? "").replace(/\s/g, "");
  return ["all", "any"].some((match) => text === `{"${match}":[${FIRST}]}`);
}
