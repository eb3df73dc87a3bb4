import { continuationOf, successorOf } from "../../drips/continue-drip";
import { dueDate } from "../../drips/occurrences";
import { isOver, madePartColumns, type Part, partsIn } from "../../drips/parts";
import { priceOf } from "../../drips/price";
import { settledOf } from "../../drips/skipped";
import { firstMonthToOpen } from "../../invoices/months";
import { clip } from "../../kernel/cells";
import type { Day } from "../../kernel/day";
import { sumOf } from "../../kernel/group-by";
import type { Sentence } from "../../kernel/message";
import { percentText } from "../../kernel/money";
import { say } from "../../kernel/say";
import type { Unit } from "../../kernel/vocabulary";
import { type RowsOf, some } from "../../program/reads";
import { type PartTables, partsOfDrip } from "../../reports/statements/statement-drips";
import { refundColumns } from "../../sales/refund-row";
import type { Drip } from "../../tables";
import { endInWords } from "../../tables/packed/end-reason";
import { holdInWords } from "../../tables/packed/hold-reasons";
import { chosen } from "../shared/chosen";
import { pageInputs, pageOf } from "../shared/paging";
import { showMoney } from "../shared/show-money";
import { useCase } from "../shared/use-case";
import { dripInput } from "./chosen-drip";
import { lineOf } from "./list-drips";

const shownRewards = some("rewards", ...madePartColumns, "status", "estimatedPayment");

/** One drip with its timeline: what was made, what is to come and when it would be paid (DRIP-21, PAYDATE-1). */
export const showDrip = useCase({
  name: "show-drip",
  edits: "read only",
  inputs: { drip: dripInput, ...pageInputs },
  reads: [
    "drips",
    shownRewards,
    "partners",
    some("customers", "name", "email"),
    some("transactions", ...refundColumns),
  ],
  decide: (work, { drip: key, ...asked }, { today }) => {
    const drip = chosen(work, "drips", key);
    const { currency, continues, endReason, endedBy, endsOn, heldReason } = drip;
    const money = (amount: number) => showMoney({ amount, currency });
    const parts = partsIn(work, drip);
    const over = isOver(drip);
    const continuedBy = successorOf(work, key) ?? null;
    const canWithdraw = endsOn !== null && endsOn > today && continuedBy === null;
    return {
      ...lineOf(work, drip),
      /** "20.00 USD × 12", and how its dates follow. */
      terms: termsOf(drip),
      promised: money(sumOf(parts, ({ promised }) => promised)),
      made: money(sumOf(parts, ({ reward, amount }) => (reward ? amount : 0))),
      endReason: endReason && clip(endInWords(endReason), 300),
      endedBy: endedBy && clip(endedBy, 300),
      /** Why this drip's rewards are on hold. They can be trusted. */
      heldReason: heldReason && clip(holdInWords(heldReason, currency) ?? "", 300),
      canPause: !over && drip.pausedOn === null,
      /** The end is still to come. */
      canWithdraw,
      canContinue:
        over && !canWithdraw && continuedBy === null && continuationOf(drip, today) !== undefined,
      continues,
      /** The drip that goes on from this one, or in its place. */
      continuedBy,
      occurrenceLines: pageOf(timelineOf(work, drip, parts, today), asked, (line) => line, 70_000),
    };
  },
});

function timelineOf(
  work: PartTables,
  drip: Drip,
  parts: readonly Part<RowsOf<typeof shownRewards>["rewards"]>[],
  today: Day,
) {
  const money = (amount: number) => showMoney({ amount, currency: drip.currency });
  const estimates = new Map(
    partsOfDrip(work, drip, firstMonthToOpen(work)).map(({ occurrence, estimatedPayment }) => [
      occurrence,
      estimatedPayment,
    ]),
  );
  const next = parts.find(({ state }) => state === "to come")?.k;
  let running = 0;
  return parts.map(({ k, state, promised, amount, reward }) => {
    const due = dueDate(drip, k);
    const shown = reward?.amount ?? (state === "to come" ? amount : promised);
    if (reward ? reward.status !== "declined" : state === "to come") running += shown;
    return {
      k,
      due,
      amount: money(state === "zero" ? 0 : shown),
      status: reward?.status ?? (state === "made" ? "missing" : state),
      /** Its reward, where one was made. */
      reward: reward?.key ?? null,
      /** The sum of what was made, declined ones apart, and of what is to come, until here. */
      running: money(running),
      estimatedPayment: reward?.estimatedPayment ?? estimates.get(k) ?? null,
      /** The next one: it can be skipped. */
      isNext: k === next,
      /** Skipped, and its day is not past: it can be made after all. */
      canUnskip: state === "skipped" && k > settledOf(drip) && due >= today,
    };
  });
}

function termsOf(drip: Drip): Sentence {
  const { cycle, currency, mode, occurrences } = drip;
  const price = priceOf(drip);
  const whole =
    price.kind === "flat"
      ? say`${{ amount: price.amount, currency }}`
      : say`${percentText(price.percent)} % of ${{ amount: price.of ?? price.base, currency }}`;
  const sum = mode === "split a total" ? say`${whole} split in` : say`${whole} ×`;
  const delay = drip.delay === 0 ? "" : `, first after ${span(drip.delay, drip.delayUnit)}`;
  const every =
    cycle === 0 || occurrences === 1
      ? ""
      : `, every ${cycle === 1 ? drip.cycleUnit.slice(0, -1) : span(cycle, drip.cycleUnit)}`;
  return say`${sum} ${String(occurrences)}${delay}${every}`;
}

const span = (count: number, unit: Unit): string =>
  `${count} ${count === 1 ? unit.slice(0, -1) : unit}`;
