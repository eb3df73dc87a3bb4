import type { Output } from "../../../../src/engine/contract/contract";
import { apply } from "../../../../src/engine/program/changeset";
import type { Program } from "../../../../src/engine/program/program";
import { begin } from "../../../../src/engine/program/work";
import { doRunPart } from "../../../../src/engine/run/steps";
import { judgeAgain } from "../../../../src/engine/usecases/events/judge-again";
import { home } from "../../../../src/engine/usecases/program/home";
import { run } from "../../../../src/engine/usecases/program/run";
import {
  assignPartner,
  listNothingEarned,
} from "../../../../src/engine/usecases/sales/nothing-earned";
import { carryOut, envOn, programOf, recordsOf } from "../../../support/program";

const sale = (key: string, customer: string, date: string, more: object = {}) => ({
  key,
  customer,
  date,
  amount: 100,
  currency: "USD",
  ...more,
});
const given = programOf({
  settings: [
    { key: "program start", value: "2026-01-05" },
    { key: "lived until", value: "2026-01-01" },
  ],
  partners: [{ key: "ada", name: "Ada Berg", joinedOn: "2025-01-01" }],
  customers: [
    { key: "c1", name: "Harbor", partner: "ada", createdOn: "2026-01-01" },
    { key: "c2", name: "Maple", createdOn: "2026-01-06" },
    { key: "c3", name: "Birch", createdOn: "2026-01-06" },
  ],
  transactions: [
    sale("early", "c1", "2026-01-03"),
    sale("good", "c1", "2026-01-06"),
    sale("s1", "c2", "2026-01-06"),
    sale("s2", "c2", "2026-01-07"),
    sale("s3", "c3", "2026-01-07"),
    sale("r", "c2", "2026-01-08", { refundOf: "s1", amount: 10 }),
    sale("gone", "c2", "2026-01-08", { status: "archived", archivedOn: "2026-01-08" }),
  ],
  triggers: [
    {
      key: "rate",
      name: "Rate",
      state: "active",
      order: 1,
      event: "transaction created",
      action: "grant a reward",
      percent: "20",
    },
  ],
});
const env = envOn("2026-01-10");
const act = <T>(
  program: Program,
  useCase: Parameters<typeof carryOut>[1],
  input: object,
  on = env,
) => {
  const done = carryOut(program, useCase, input, on);
  return { program: done.program, output: done.output as T };
};
const judged = act<Output<"run">>(given, run, { kind: "by hand" });

test("a run says how many sales earned nothing, and why (IMPORT-7)", () => {
  expect(judged.output.summary).toContain(
    "4 sales earned nothing: 3 have no partner, 1 is dated before the program's start.",
  );
  expect(recordsOf(judged.program, "activity")[0]?.what).toContain("4 sales earned nothing");
});

test("a run in parts counts each of them once, and a second run none", () => {
  let program = given;
  let part: ReturnType<typeof doRunPart>;
  do {
    const work = begin(program);
    part = doRunPart(work, env, "run 1", { atMost: 2 });
    program = apply(program, work.changes());
  } while (part.lived.more);
  expect(part.nothing).toEqual({ noPartner: 3, beforeStart: 1, noTrigger: 0 });

  const again = act<Output<"run">>(judged.program, run, { kind: "by hand" }, envOn("2026-01-11"));
  expect(again.output.summary).not.toContain("earned nothing");
});

test("Home shows it for a week", () => {
  const nothing = (on: string) =>
    act<Output<"home">>(judged.program, home, {}, envOn(on)).output.nothing;

  expect(nothing("2026-01-12")).toEqual({ noPartner: 3, beforeStart: 1, noTrigger: 0 });
  expect(nothing("2026-01-17")).toEqual({ noPartner: 0, beforeStart: 0, noTrigger: 0 });
});

test("its customers get a partner, and the sales earn once they are processed again", () => {
  const list = (program: Program) =>
    act<Output<"list-nothing-earned">>(program, listNothingEarned, {}).output;

  expect(list(judged.program)).toMatchObject({
    customers: [
      { key: "c2", name: "Maple", partner: "", sales: ["s1", "s2"] },
      { key: "c3", name: "Birch", partner: "", sales: ["s3"] },
    ],
    early: ["early"],
    earlySales: 1,
    since: "2026-01-03",
    untriggeredSales: 0,
  });
  const assigned = act<Output<"assign-partner">>(judged.program, assignPartner, {
    customers: ["c1", "c2"],
    partner: "ada",
  });
  expect(assigned.output).toEqual({ assigned: 1 });
  expect(list(assigned.program).customers[0]).toMatchObject({ key: "c2", partner: "ada" });
  const { program } = act(assigned.program, judgeAgain, {
    events: ["s1", "s2", "early"],
    endDrips: [],
    reason: null,
    confirmed: true,
  });
  expect(recordsOf(program, "rewards").map(({ key, amount }) => `${key} ${amount}`)).toEqual([
    "good/rate 2000",
    // A tenth of it was given back.
    "s1/rate 1800",
    "s2/rate 2000",
    "early/rate 2000",
  ]);
  expect(list(program)).toMatchObject({ customers: [{ key: "c3" }], earlySales: 0 });
});

test("an unknown partner can't be assigned", () => {
  expect(() =>
    act(judged.program, assignPartner, { customers: ["c2"], partner: "nobody" }),
  ).toThrow(expect.objectContaining({ code: "PARTNER_UNKNOWN" }));
});

test("sales that a run processed while no trigger for sales was active are told, and earn once processed again", () => {
  const bare = programOf({
    settings: [
      { key: "program start", value: "2026-01-05" },
      { key: "lived until", value: "2026-01-01" },
    ],
    partners: [{ key: "ada", name: "Ada Berg", joinedOn: "2025-01-01" }],
    customers: [{ key: "c1", name: "Harbor", partner: "ada", createdOn: "2026-01-06" }],
    transactions: [sale("s1", "c1", "2026-01-06"), sale("s2", "c1", "2026-01-07")],
    triggers: [
      {
        key: "hello",
        name: "Hello",
        state: "active",
        order: 1,
        event: "customer created",
        action: "grant a reward",
        amount: 5,
      },
      {
        key: "rate",
        name: "Rate",
        state: "paused",
        order: 2,
        event: "transaction created",
        action: "grant a reward",
        percent: "20",
      },
    ],
  });
  const first = act<Output<"run">>(bare, run, { kind: "by hand" });
  expect(first.output.summary).toContain(
    "2 sales earned nothing: 2 were processed while no trigger for sales was active.",
  );
  const list = (program: Program) =>
    act<Output<"list-nothing-earned">>(program, listNothingEarned, {}).output.untriggered;
  expect(list(first.program)).toEqual(["s1", "s2"]);
  const work = begin(first.program);
  work.update("triggers", "rate", { state: "active" });
  const active = apply(first.program, work.changes());
  const events = { events: ["s1", "s2"], endDrips: [], reason: null, confirmed: true };
  const { program } = act(active, judgeAgain, events);
  expect(list(program)).toEqual([]);
  expect(recordsOf(program, "rewards").map(({ key }) => key)).toContain("s2/rate");
});
