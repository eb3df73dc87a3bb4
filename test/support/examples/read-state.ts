import { dueDate } from "../../../src/engine/drips/occurrences";
import { partsIn } from "../../../src/engine/drips/parts";
import { type Currency, toDecimal } from "../../../src/engine/kernel/money";
import { begin } from "../../../src/engine/program/work";
import type { Drip, Reward } from "../../../src/engine/tables";
import { markerOf } from "../../../src/engine/tables/packed/marker";
import { recordsOf } from "../program";
import {
  type DripState,
  type InvoiceState,
  type LineState,
  type ProgramState,
  type RewardState,
  tabs,
} from "./format";
import { dripName, invoiceName, isFinalReward, isOpenLine, type Played, rewardName } from "./names";

const text = (amount: number, currency: Currency): string => toDecimal({ amount, currency });
const byName = <T>(entries: readonly (readonly [string, T])[]): Readonly<Record<string, T>> =>
  Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));

/** What a played program's rows say, in the words of the format. */
export function readState(played: Played): ProgramState {
  const { program } = played;
  const all = recordsOf(program, "rewards");
  const mains = all.filter(({ adjusts }) => adjusts === null);
  const linesOf = (key: string) => all.filter(({ adjusts }) => adjusts === key);
  return {
    rewards: byName(
      mains.map((each) => [rewardName(played, each), rewardState(played, each, linesOf(each.key))]),
    ),
    drips: byName(
      recordsOf(program, "drips").map((each) => [dripName(each.key), dripState(played, each, all)]),
    ),
    invoices: byName(
      recordsOf(program, "invoices").map((each): [string, InvoiceState] => [
        invoiceName(each.key),
        {
          status: each.status,
          opened: each.openedOn,
          review_ends: each.reviewEndsOn,
          paused: each.paused,
          lines: each.lines,
          total: text(each.total, each.currency),
        },
      ]),
    ),
    payouts: recordsOf(program, "payouts").map(
      ({ invoice, partner, amount, currency, status }) => ({
        invoice: invoiceName(invoice),
        partner,
        amount: text(amount, currency),
        status,
      }),
    ),
    groups: byName(recordsOf(program, "partners").map(({ key, group }) => [key, group ?? ""])),
    judged: byName(
      tabs.flatMap((tab) =>
        recordsOf(program, tab).flatMap(({ key, judged }): (readonly [string, number])[] => {
          const marker = markerOf({ key, judged });
          return marker ? [[key, marker.number]] : [];
        }),
      ),
    ),
    net: netByCurrency(all),
  };
}

const netOf = (rows: readonly Reward[]): number =>
  rows.reduce((sum, { status, amount }) => sum + (status === "declined" ? 0 : amount), 0);

function netByCurrency(all: readonly Reward[]): Readonly<Record<string, string>> {
  const currencies = [...new Set(all.map(({ currency }) => currency))];
  return byName(
    currencies.map((code) => [
      code,
      text(netOf(all.filter((each) => each.currency === code)), code),
    ]),
  );
}

const lineState = ({ program }: Played, line: Reward): LineState => ({
  amount: text(line.amount, line.currency),
  status: line.status,
  reason: line.reason ?? "",
  earned: line.earnedOn,
  final: isFinalReward(program, line),
});

function rewardState(played: Played, reward: Reward, lines: readonly Reward[]): RewardState {
  const { currency } = reward;
  const open = lines.filter((line) => isOpenLine(played.program, line));
  return {
    ...lineState(played, reward),
    currency,
    source: reward.source,
    partner: reward.partner,
    customer: reward.customer,
    invoice: reward.invoice && invoiceName(reward.invoice),
    estimated: reward.estimatedPayment,
    net: text(netOf([reward, ...lines]), currency),
    // More than one would break B2, and then an example shows them all.
    open: open.map(({ amount }) => text(amount, currency)).join(" and ") || null,
    lines: lines.map((line) => lineState(played, line)),
  };
}

function dripState({ program }: Played, drip: Drip, all: readonly Reward[]): DripState {
  const made = all.filter((each) => each.drip === drip.key && each.adjusts === null);
  const parts = partsIn(begin(program), drip);
  const inState = (...states: readonly string[]) =>
    parts.filter(({ state }) => states.includes(state)).map(({ k }) => k);
  const earnedOn = new Map(made.map((each) => [each.occurrence, each.earnedOn]));
  const rewards = [...made].sort((a, b) => (a.occurrence ?? 0) - (b.occurrence ?? 0));
  return {
    status: drip.status,
    partner: drip.partner,
    made: inState("made", "zero"),
    to_come: inState("to come"),
    lost: inState("lost", "skipped", "missing"),
    dates: [
      ...inState("made", "zero").map((k) => earnedOn.get(k) ?? dueDate(drip, k)),
      ...inState("to come").map((k) => dueDate(drip, k)),
    ],
    amounts: rewards.map(({ amount }) => text(amount, drip.currency)),
    amount_to_come: text(drip.toCome ?? 0, drip.currency),
    amount_lost: text(drip.lost ?? 0, drip.currency),
  };
}
