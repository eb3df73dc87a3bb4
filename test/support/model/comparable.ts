import type { LineState, ProgramState } from "../examples/format";
import type { ModelState } from "./view";

const lineOf = ({ amount, status, final, earned }: LineState): string =>
  // When a line that adjusts nothing was earned says nothing.
  [amount, status, final ? "final" : "", status === "declined" ? "" : earned].join(" ");

/** What the engine and the reference must agree on: all but ids, dates of payment and how a reason is worded. */
export function comparable(state: ProgramState | ModelState) {
  const rewards = Object.entries(state.rewards).map(([name, reward]) => {
    const { amount, currency, status, earned, source, partner, customer } = reward;
    const { invoice, final, net, open, lines } = reward;
    const own = { amount, currency, status, earned, source, partner, customer };
    return [name, { ...own, invoice, final, net, open, lines: lines.map(lineOf).sort() }] as const;
  });
  const drips = Object.entries(state.drips).map(([name, drip]) => {
    const { status, partner, made, to_come, lost, dates, amounts } = drip;
    return [name, { status, partner, made, to_come, lost, dates, amounts }] as const;
  });
  return {
    rewards: Object.fromEntries(rewards),
    drips: Object.fromEntries(drips),
    groups: state.groups,
    invoices: state.invoices,
    payouts: state.payouts.map((each) => JSON.stringify(each)).sort(),
    numbers: Object.fromEntries(
      Object.entries(state.judged).filter(([key]) => key.startsWith("S")),
    ),
    net: state.net,
  };
}
