import type {
  DripState,
  InvoiceState,
  LineState,
  ProgramState,
  RewardState,
} from "../examples/format";
import { partsOf, partsToCome } from "./first-events";
import { decimal } from "./numbers";
import { isFinal, net } from "./refunds";
import { type Drip, type Invoice, linesOf, type Model, mains, type Reward } from "./state";

/** The state of the reference in the words of the format; what it does not know of is left out. */
export interface ModelState extends Omit<ProgramState, "rewards" | "drips"> {
  readonly rewards: Readonly<Record<string, Omit<RewardState, "estimated">>>;
  readonly drips: Readonly<Record<string, Omit<DripState, "amount_to_come" | "amount_lost">>>;
}

const byName = <T>(entries: Iterable<readonly [string, T]>): Readonly<Record<string, T>> =>
  Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));

export function viewOf(m: Model): ModelState {
  const rows = [...m.rows.values()];
  return {
    rewards: byName(mains(m).map((each) => [each.key, rewardOf(m, each)])),
    drips: byName([...m.drips].map(([key, each]) => [key, dripOf(m, each)])),
    invoices: byName([...m.invoices].map(([key, each]) => [key, invoiceOf(m, each)])),
    payouts: m.payouts.map(({ invoice, partner, amount, currency, state }) => ({
      invoice,
      partner,
      amount: decimal(amount, currency),
      status: state,
    })),
    groups: byName(
      rows.filter(({ tab }) => tab === "partners").map(({ key, group }) => [key, group]),
    ),
    judged: byName(
      rows.flatMap(({ tab, key, lived }): (readonly [string, number])[] =>
        tab === "transactions" && lived ? [[key, lived.number]] : [],
      ),
    ),
    net: netByCurrency(m),
  };
}

function netByCurrency(m: Model): Readonly<Record<string, string>> {
  const sums = new Map<string, number>();
  for (const each of mains(m)) {
    sums.set(each.currency, (sums.get(each.currency) ?? 0) + net(m, each));
  }
  return byName([...sums].map(([currency, sum]) => [currency, decimal(sum, currency)]));
}

const lineOf = (m: Model, line: Reward): LineState => ({
  amount: decimal(line.amount, line.currency),
  status: line.status,
  reason: line.reason,
  earned: line.earned,
  final: isFinal(m, line),
});

function rewardOf(m: Model, reward: Reward): ModelState["rewards"][string] {
  const { currency, source, partner, customer, invoice } = reward;
  const lines = linesOf(m, reward);
  const open = lines.filter((line) => line.status !== "declined" && !isFinal(m, line));
  return {
    ...lineOf(m, reward),
    ...{ currency, source, partner, customer, invoice },
    net: decimal(net(m, reward), currency),
    open: open.map(({ amount }) => decimal(amount, currency)).join(" and ") || null,
    lines: lines.map((line) => lineOf(m, line)),
  };
}

function dripOf(m: Model, drip: Drip): ModelState["drips"][string] {
  const made = [...drip.made.keys()].sort((a, b) => a - b);
  const coming = partsToCome(drip).map(({ k }) => k);
  const dues = new Map(partsOf(drip).map(({ k, due }) => [k, due]));
  const rewards = made.flatMap((k) => m.rewards.get(drip.made.get(k) ?? "") ?? []);
  return {
    status: statusOf(drip, coming.length, rewards),
    partner: drip.partner,
    made,
    to_come: coming,
    lost: [...dues.keys()].filter((k) => !made.includes(k) && !coming.includes(k)),
    dates: [...made, ...coming].map((k) => dues.get(k) ?? ""),
    amounts: rewards.map(({ amount }) => decimal(amount, drip.currency)),
  };
}

function statusOf(drip: Drip, coming: number, rewards: readonly Reward[]): string {
  if (coming > 0) return "Created";
  if (drip.made.size < drip.terms.parts) return "Terminated";
  const isSettled = rewards.every(({ status }) => status === "paid" || status === "declined");
  return isSettled ? "Complete" : "Created";
}

function invoiceOf(
  m: Model,
  { key, currency, opened, until, final, paused }: Invoice,
): InvoiceState {
  const lines = [...m.rewards.values()].filter((each) => each.invoice === key);
  const isPaid = !m.payouts.some((each) => each.invoice === key && each.state === "open");
  return {
    status: !final ? "In review" : isPaid ? "Paid" : "Final",
    opened,
    review_ends: until,
    paused,
    lines: lines.length,
    total: decimal(
      lines.reduce((sum, { amount }) => sum + amount, 0),
      currency,
    ),
  };
}
