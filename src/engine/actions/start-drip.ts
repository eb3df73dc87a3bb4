import { insertDrip } from "../drips/frozen-terms";
import { dripKey } from "../kernel/keys";
import { format, percentText } from "../kernel/money";
import type { Unit } from "../kernel/vocabulary";
import { hasLimits } from "../rewards/limits";
import type { Trigger } from "../tables";
import {
  type Acted,
  type Acting,
  type ActionDefinition,
  type Complaint,
  describe,
  madeBefore,
} from "./action";
import { checkAmount } from "./check-amount";

const inYears: Readonly<Record<Unit, number>> = {
  days: 1 / 365,
  weeks: 1 / 52,
  months: 1 / 12,
  years: 1,
};
/** Beyond it a date has no four-digit year. */
const LONGEST_YEARS = 5_000;

function check(trigger: Trigger): readonly Complaint[] {
  const { occurrences, cycle, cycleUnit, delay, delayUnit } = trigger;
  const complaints = [...checkAmount(trigger)];
  if (occurrences > 1 && cycle === 0) {
    const message = "A drip of more than one occurrence needs a cycle of at least 1.";
    complaints.push({ column: "cycle", message });
  }
  const years = delay * inYears[delayUnit] + (occurrences - 1) * cycle * inYears[cycleUnit];
  if (years > LONGEST_YEARS) {
    const message = `The last occurrence would fall due after more than ${LONGEST_YEARS} years.`;
    complaints.push({ column: occurrences > 1 ? "cycle" : "delay", message });
  }
  return complaints;
}

/** What the drip promises, in words: "20.00 USD × 12", or "20 % of 1200.00 USD split in 12". */
function promiseOf({ trigger, event, work }: Acting): string {
  const { percent, amount, occurrences, mode } = trigger;
  const currency = currencyOf({ trigger, event, work });
  const whole =
    percent === null
      ? format({ amount: amount ?? 0, currency })
      : `${percentText(percent)} % of ${format({ amount: event.transaction?.amount ?? 0, currency })}`;
  return mode === "split a total"
    ? `${whole} split in ${occurrences}`
    : `${whole} × ${occurrences}`;
}

const currencyOf = ({ trigger, event, work }: Pick<Acting, "trigger" | "event" | "work">) =>
  trigger.percent === null ? (trigger.currency ?? work.settings.programCurrency) : event.currency;

/** Starts a drip with its terms frozen (DRIP-6). It releases nothing itself: the run does, right after. */
export const startDrip: ActionDefinition = {
  label: "Start a drip",
  parameters: [
    "amount",
    "currency",
    "percent",
    "mode",
    "delay",
    "delayUnit",
    "cycle",
    "cycleUnit",
    "occurrences",
    "offer",
  ],
  check,
  act(acting): Acted {
    const { work, trigger, event, partner, customer, heldReason } = acting;
    const key = dripKey(event.key, trigger.key);
    const promise = promiseOf(acting);
    const said = heldReason === null ? promise : `${promise}; held: ${heldReason}`;
    if (work.has("drips", key)) {
      return madeBefore(acting, work.get("drips", key), "was started before");
    }
    const whole = trigger.percent === null ? trigger.amount : event.transaction?.amount;
    if (!whole || trigger.percent === 0) return { made: false, said: "comes to zero" };
    if (acting.isTest) return { made: false, said: `would start a drip of ${said}` };
    insertDrip(work, {
      key,
      partner: partner.key,
      customer: customer?.key ?? null,
      transaction: event.transaction?.key ?? null,
      description: describe(acting),
      occurrences: trigger.occurrences,
      currency: currencyOf(acting),
      amount: trigger.amount,
      percent: trigger.percent,
      base: trigger.percent === null ? null : (event.transaction?.amount ?? null),
      mode: trigger.mode,
      rounding: work.settings.rounding,
      eventDate: event.on,
      delay: trigger.delay,
      delayUnit: trigger.delayUnit,
      cycle: trigger.cycle,
      cycleUnit: trigger.cycleUnit,
      limitCurrency: hasLimits(trigger)
        ? (trigger.limitCurrency ?? work.settings.programCurrency)
        : null,
      limitPerReward: trigger.limitPerReward,
      limitPerCustomer: trigger.limitPerCustomer,
      limitPerMonth: trigger.limitPerMonth,
      trigger: trigger.key,
      triggerVersion: trigger.version,
      heldReason,
      why: acting.why(promise, []),
      run: acting.run,
    });
    return { made: true, said: `started a drip of ${said}` };
  },
};
