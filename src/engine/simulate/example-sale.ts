import { type Day, parseDay } from "../kernel/day";
import { amountField, type FieldContext } from "../kernel/fields";
import { parseCurrency, toCellNumber } from "../kernel/money";
import { exampleOf, type FactValues } from "../rules/example";
import type { SoundTrigger } from "../triggers/check-trigger";
import type { Example } from "./rehearse";

const AMOUNTS = ["transaction.Amount", "transaction.kept"];
const CURRENCY = "transaction.Currency";
const DATES = ["transaction.Date", "action.Date"];

/** The day nearest to another on which all these triggers act. */
function dayWithin(triggers: readonly SoundTrigger[], on: Day): Day {
  const late = triggers.reduce(
    (day, { trigger: { from } }) => (from !== null && from > day ? from : day),
    on,
  );
  return triggers.reduce(
    (day, { trigger: { until } }) => (until !== null && until < day ? until : day),
    late,
  );
}

/**
 * An event on which all these triggers act: the usual one, changed where their rules and dates want another day, amount or
 * currency (TRIG-20). Undefined where none was found.
 */
export function exampleFor(
  triggers: readonly SoundTrigger[],
  usual: Example,
  context: FieldContext,
): Example | undefined {
  const on = dayWithin(triggers, usual.on);
  const major = toCellNumber(usual);
  const facts: FactValues = {
    ...Object.fromEntries([...AMOUNTS.map((id) => [id, major]), ...DATES.map((id) => [id, on])]),
    [CURRENCY]: usual.currency,
  };
  const together = { all: triggers.map(({ conditions }) => conditions) };
  const found = exampleOf(together, facts, { on, context });
  if (!found) return undefined;
  const currency = parseCurrency(`${found[CURRENCY] ?? usual.currency}`) ?? usual.currency;
  const wanted = AMOUNTS.map((id) => found[id]).find((each) => typeof each === "number") ?? major;
  const amount = amountField.parse(wanted as number, { ...context, currency });
  const day = DATES.map((id) => parseDay(`${found[id] ?? ""}`)).find(Boolean) ?? on;
  return amount.ok ? { on: day, amount: amount.value, currency } : undefined;
}
