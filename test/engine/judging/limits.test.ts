import { day } from "../../../src/engine/kernel/day";
import type { Currency } from "../../../src/engine/kernel/money";
import { begin, type Work } from "../../../src/engine/program/work";
import { limitAmount, type RewardToLimit } from "../../../src/engine/rewards/limits";
import { programWith } from "./judge-on";

const USD = "USD" as Currency;
const none = {
  limitCurrency: null,
  limitPerReward: null,
  limitPerCustomer: null,
  limitPerMonth: null,
};
const reward = (more: Partial<RewardToLimit>): RewardToLimit => ({
  trigger: "t",
  partner: "ann",
  customer: "acme",
  earnedOn: day("2026-03-10"),
  amount: 5000,
  currency: USD,
  limits: none,
  ...more,
});
const made = (key: string, amount: number, more = {}) => ({
  key,
  partner: "ann",
  customer: "acme",
  amount,
  currency: "USD",
  status: "pending",
  earnedOn: "2026-03-01",
  source: "trigger",
  trigger: "t",
  ...more,
});
const workWith = (...rewards: readonly ReturnType<typeof made>[]): Work =>
  begin(programWith({ rewards }));

test("without limits an amount stays as it is", () => {
  expect(limitAmount(workWith(), reward({}))).toEqual({ amount: 5000, room: null, held: [] });
});

test("the tightest limit cuts, and says so; the room is what it left", () => {
  const limits = { ...none, limitPerReward: 4500, limitPerCustomer: 6000, limitPerMonth: 7000 };
  expect(limitAmount(workWith(made("a", 20)), reward({ limits }))).toEqual({
    amount: 4000,
    room: 4000,
    held: [],
    note: { kind: "cap", limit: 6000, left: 4000, per: "customer" },
  });
  expect(limitAmount(workWith(made("a", 80)), reward({ limits }))).toMatchObject({
    amount: 0,
    room: 0,
    held: [],
  });
});

test("another trigger, customer, partner, month or currency uses none of it", () => {
  const work = workWith(
    made("a", 10, { trigger: "other" }),
    made("b", 10, { currency: "EUR" }),
    made("c", 10, { customer: "bolt", earnedOn: "2026-02-28" }),
    made("d", 10, { customer: "bolt", partner: "bob" }),
  );
  const limits = { ...none, limitPerCustomer: 5000, limitPerMonth: 5000 };
  expect(limitAmount(work, reward({ limits }))).toEqual({ amount: 5000, room: 5000, held: [] });
});

test("declined rewards and reversals make room, a reversal still held included (TIME-3: each counts at its net)", () => {
  const limits = { ...none, limitPerMonth: 5000 };
  const back = (status: string) =>
    made("adj", -30, { source: "adjustment", adjusts: "a", status, earnedOn: "2026-04-02" });
  const room = (...rewards: readonly ReturnType<typeof made>[]) =>
    limitAmount(workWith(...rewards), reward({ limits })).room;
  expect(room(made("a", 40))).toBe(1000);
  expect(room(made("a", 40, { status: "declined", reason: "no" }))).toBe(5000);
  expect(room(made("a", 40), back("held"))).toBe(4000);
  expect(room(made("a", 40), back("approved"))).toBe(4000);
});

test("a reward in another currency than its limit is held, whole", () => {
  const limits = { ...none, limitPerReward: 100 };
  expect(limitAmount(workWith(), reward({ limits, currency: "EUR" as Currency }))).toEqual({
    amount: 5000,
    room: null,
    held: [{ cause: "limit currency", limit: "USD" }],
  });
});
