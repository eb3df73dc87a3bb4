import fc from "fast-check";
import { plainText } from "../../../src/engine/kernel/cells";
import { run } from "../../../src/engine/usecases/program/run";
import { anySign } from "../../support/any-sign";
import { disguised } from "../../support/disguises";
import { carryOut, envOn, programOf } from "../../support/program";
import {
  customer,
  paid,
  partner,
  programWith,
  retyped,
  rules,
  sale,
  trigger,
} from "../judging/judge-on";

const DAY = "2026-02-03";
const KEY = "ord é 7";
const runOn = (program: ReturnType<typeof programOf>, day = DAY) =>
  carryOut(program, run, { kind: "daily" }, envOn(day)).program;
const check = <T>(cases: fc.Arbitrary<T>, holds: (given: T) => void) =>
  fc.assert(fc.property(cases, holds), { numRuns: 60 });

test("a text and its disguises compare as one, and others don't (CELL-4)", () => {
  check(disguised("Größe é 한글 x"), (text) => {
    expect(plainText(text)).toBe("Größe é 한글 x");
  });
  check(fc.string({ unit: anySign }), (text) => {
    expect(plainText(plainText(text))).toBe(plainText(text));
  });
  expect(new Set(["a b", "ab", "A b", "a-b", "а b", "a b."].map(plainText)).size).toBe(6);
});

test("one order is paid once, however often and in whatever disguise it is typed (CELL-4)", () => {
  check(fc.array(disguised(KEY), { minLength: 2, maxLength: 5 }), (keys) => {
    const given = programWith({
      triggers: [trigger("rate", { percent: "10" })],
      transactions: keys.map((key) => sale(key, DAY, 100)),
    });
    const after = runOn(runOn(given), "2026-02-04");

    expect(paid(after)).toEqual([`${KEY}: 10.00 pending`]);
    const cells = after.tables.transactions?.rows.map(({ raw }) => raw.cells) ?? [];
    expect(cells.map(({ key }) => key)).toEqual(keys);
    expect(cells.filter(({ problems }) => problems !== "")).toHaveLength(keys.length - 1);
  });
});

test("references, words, groups and facts are found in whatever disguise (CELL-4)", () => {
  const plan = { fact: "customer.Plan A", operator: "equal", value: "Pro é" } as const;
  const group = { fact: "partner.Group", operator: "in", value: ["Gold é"] } as const;
  const cases = fc.record({
    buyer: disguised("acme 1"),
    owner: disguised("ann é"),
    plan: disguised("Pro é"),
    group: disguised("Gold é"),
    fact: disguised("customer.Plan A"),
    wanted: disguised("Pro é"),
    status: disguised("active"),
    currency: disguised("USD"),
    date: disguised(DAY),
    start: disguised("program start"),
  });
  check(cases, (typed) => {
    const given = programOf({
      settings: [{ key: typed.start, value: "2020-01-01" }],
      partners: [partner({ key: "ann é", group: typed.group, groupJudged: "Gold é" })],
      customers: [customer({ key: "acme 1", partner: typed.owner, "Plan A": typed.plan })],
      triggers: [
        trigger("plan", {
          amount: 5,
          rules: rules({ all: [{ ...plan, fact: typed.fact, value: typed.wanted }, group] }),
        }),
        trigger("moved", { event: "partner joined or changed group", amount: 3 }),
      ],
      transactions: [
        sale("t", typed.date, 100, {
          customer: typed.buyer,
          status: typed.status,
          currency: typed.currency,
        }),
      ],
    });

    expect(paid(runOn(given)).filter((line) => line.startsWith("t:"))).toEqual(["t: 5.00 pending"]);
  });
});

test("a group typed again in another disguise is no change of group (CELL-4)", () => {
  const moved = trigger("moved", { event: "partner joined or changed group", amount: 9 });
  const before = runOn(
    programWith({ triggers: [moved], partners: [partner({ group: "Gold é" })] }),
  );
  check(disguised("Gold é"), (group) => {
    expect(paid(runOn(retyped(before, "partners", "ann", { group }), "2026-02-04"))).toEqual([]);
  });
});

test("a row that an earlier release judged under a disguised key is not judged again (CELL-4)", () => {
  const odd = "ord\u200b  1";
  const given = programWith({
    triggers: [trigger("rate", { percent: "10" })],
    transactions: [
      sale(odd, DAY, 100, {
        partner: "ann",
        judged: `[1,${JSON.stringify({ key: odd, day: DAY, number: 1, acted: ["rate"] })}]`,
      }),
    ],
  });

  expect(paid(runOn(given, "2026-02-04"))).toEqual([]);
});
