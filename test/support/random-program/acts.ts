import fc from "fast-check";
import type { ActJson } from "../examples/format";
import { isFinal } from "../model/refunds";
import { linesOf, type Model, mains, type Reward, rowOf } from "../model/state";
import { aDay } from "./days";
import { customers, partners, refunds, sales } from "./rows";

/**
 * Something that a person does on a day, calculated from what the program has come to by then, so that it mostly finds a
 * reward, a line, a drip or an invoice to be about.
 */
export interface Draft {
  readonly day: string;
  readonly act: (model: Model) => ActJson | undefined;
}
type WithoutDay<A> = A extends unknown ? Omit<A, "day"> : never;
type Act = WithoutDay<ActJson> | undefined;
/** An act of some day. */
type Undated = (model: Model) => Act;
const draft = <T>(
  given: fc.Arbitrary<T>,
  act: (given: T, model: Model) => Act,
): fc.Arbitrary<Undated> => given.map((values) => (model) => act(values, model));
const fixed = (given: fc.Arbitrary<WithoutDay<ActJson>>) => draft(given, (act) => act);

/** One of some things by a random number. */
const pick = <T>(all: readonly T[], n: number): T | undefined => all[n % Math.max(1, all.length)];

const decided = fc.constantFrom(
  ...(["type", "type", "type", "approve", "approve", "decline", "decline", "decline"] as const),
  ...(["hold", "pending", "pending", "remove", "postpone"] as const),
);
const onLine = fc.constantFrom("", "~open", "~open", "~1", "~2");

/** A reward, or one that has lines, by a random number; one on a final invoice where the number is even. */
function rewardOf(model: Model, n: number, isForLine: boolean): Reward | undefined {
  const all = mains(model);
  const [withLines, final] = [
    all.filter((each) => linesOf(model, each).length > 0),
    all.filter((each) => isFinal(model, each)),
  ];
  if (isForLine && withLines.length > 0) return pick(withLines, n);
  return n % 2 === 0 && final.length > 0 ? pick(final, n / 2) : pick(all, n);
}

/** A refund of a sale for which something was made, dated today; the same one again is corrected. */
const refunded = draft(
  fc.record({
    n: fc.nat({ max: 20 }),
    key: fc.constantFrom("R6", "R7", "R8"),
    amount: fc.constantFrom("50.00", "50.00", "100.00", "30.00", "600.00", "0.05"),
    isAgain: fc.boolean(),
  }),
  ({ n, key, amount, isAgain }, model) => {
    const row = rowOf(model, "transactions", key);
    if (row) {
      const place = { tab: "transactions", key } as const;
      if (!isAgain) return { do: "correct", ...place, amount };
      return { do: row.archived ? "unarchive" : "archive", ...place };
    }
    const reward = rewardOf(model, n, false);
    const sale = rowOf(model, "transactions", reward?.sale);
    if (!sale) return undefined;
    const { currency } = sale;
    const cells = { date: model.today, amount, refund_of: sale.key, currency };
    return { do: "row", tab: "transactions", key, ...cells };
  },
);

/** What a person does with a reward or with a line. */
const decision = draft(
  fc.record({
    n: fc.nat({ max: 20 }),
    suffix: onLine,
    does: decided,
    onOpenLine: fc.constantFrom(
      ...(["approve", "approve", "approve", "decline", "type", "hold"] as const),
    ),
    amount: fc.constantFrom("25.00", "0", "10.00", "3.00", "-5.00"),
  }),
  ({ n, suffix, amount, ...given }, model) => {
    const main = rewardOf(model, n, suffix !== "");
    if (!main) return undefined;
    const isLine = linesOf(model, main).length > 0 && suffix !== "";
    const reward = isLine ? main.key + suffix : main.key;
    const does = isLine && suffix === "~open" ? given.onOpenLine : given.does;
    return does === "type" ? { do: does, reward, amount } : { do: does, reward };
  },
);

/** What a person does with an invoice. */
const withInvoice = draft(
  fc.record({
    n: fc.nat({ max: 5 }),
    does: fc.constantFrom(
      ...(["finalize", "finalize", "finalize", "pay", "pay", "return", "reopen"] as const),
      ...(["reopen", "pause", "resume"] as const),
    ),
  }),
  ({ n, does }, model) => {
    const invoice = pick([...model.invoices.keys()], n);
    return invoice === undefined ? undefined : { do: does, invoice };
  },
);

/** A line or a reward that waits is put on an invoice. */
const placed = draft(
  fc.record({ n: fc.nat({ max: 20 }), on: fc.nat({ max: 5 }) }),
  ({ n, on }, model) => {
    const ready = [...model.rewards.values()].filter(
      ({ invoice, status }) => invoice === null && (status === "pending" || status === "approved"),
    );
    const chosen = pick(ready, n);
    const invoice = pick([...model.invoices.keys()], on);
    if (!chosen || invoice === undefined) return undefined;
    const reward = chosen.of === null ? chosen.key : `${chosen.of}~open`;
    return { do: "put", reward, invoice };
  },
);

/** Rows that are corrected after the program learned of them. */
const corrections = fc.oneof(
  ...[fc.constant("archive" as const), fc.constant("unarchive" as const)].map((does) =>
    fc
      .tuple(does, fc.constantFrom(...refunds))
      .map(([act, key]) => ({ do: act, tab: "transactions" as const, key })),
  ),
  fc
    .tuple(fc.constantFrom(...refunds), fc.constantFrom("80.00", "100.00", "0.05", "20.00"))
    .map(([key, amount]) => ({
      do: "correct" as const,
      tab: "transactions" as const,
      key,
      amount,
    })),
  fc.tuple(fc.constantFrom(...refunds), fc.constantFrom(...sales)).map(([key, refund_of]) => ({
    do: "correct" as const,
    tab: "transactions" as const,
    key,
    refund_of,
  })),
  fc.tuple(fc.constantFrom(...customers), fc.constantFrom(...partners)).map(([key, partner]) => ({
    do: "correct" as const,
    tab: "customers" as const,
    key,
    partner,
  })),
  fc.tuple(fc.constantFrom(...partners), fc.constantFrom("gold", "base")).map(([key, group]) => ({
    do: "correct" as const,
    tab: "partners" as const,
    key,
    group,
  })),
);

const corrected = draft(corrections, (act, model) =>
  rowOf(model, act.tab, act.key) ? act : undefined,
);

const byHand = fixed(
  fc.record({
    do: fc.constant("manual" as const),
    key: fc.constantFrom("M1", "M2"),
    partner: fc.constantFrom(...partners),
    amount: fc.constantFrom("20.00", "-100.00", "7.50"),
  }),
);

const ended = draft(
  fc.tuple(fc.nat({ max: 5 }), fc.option(aDay, { nil: undefined })),
  ([n, on], model) => {
    const drip = pick([...model.drips.keys()], n);
    if (drip === undefined) return undefined;
    return on === undefined ? { do: "end drip", drip } : { do: "end drip", drip, on };
  },
);

/** How often people do what: decide about rewards and lines, refund, act on invoices, and so on. */
export interface Weights {
  readonly decide: number;
  readonly refund: number;
  readonly invoices: number;
  readonly place: number;
  readonly correct: number;
  readonly manual: number;
  readonly end: number;
}

/** Acts of people on such days. */
export const someActs = (
  on: fc.Arbitrary<string>,
  weights: Weights,
  least: number,
  most: number,
): fc.Arbitrary<readonly Draft[]> =>
  fc.array(
    fc
      .tuple(
        on,
        fc.oneof(
          { weight: weights.decide, arbitrary: decision },
          { weight: weights.refund, arbitrary: refunded },
          { weight: weights.invoices, arbitrary: withInvoice },
          { weight: weights.place, arbitrary: placed },
          { weight: weights.correct, arbitrary: corrected },
          { weight: weights.manual, arbitrary: byHand },
          { weight: weights.end, arbitrary: ended },
        ),
      )
      .map(
        ([day, act]): Draft => ({
          day,
          act: (model) => {
            const found = act(model);
            return found && ({ day, ...found } as ActJson);
          },
        }),
      ),
    { minLength: least, maxLength: most, size: "max" },
  );
