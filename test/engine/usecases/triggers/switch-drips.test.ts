import type { Program } from "../../../../src/engine/program/program";
import { endDripByHand } from "../../../../src/engine/usecases/drips/end-drip";
import { pauseDrip } from "../../../../src/engine/usecases/drips/pause-drip";
import { explainReward } from "../../../../src/engine/usecases/rewards/explain-reward";
import { saveTrigger } from "../../../../src/engine/usecases/triggers/save-trigger";
import { setTriggerState } from "../../../../src/engine/usecases/triggers/set-trigger-state";
import { switchDrips } from "../../../../src/engine/usecases/triggers/switch-drips";
import { undoSwitch } from "../../../../src/engine/usecases/triggers/undo-switch";
import { cellsOf, recordsOf } from "../../../support/program";
import { runOn } from "../../../support/run-on";
import { changed, startedProgram } from "../../invoices/money-run";
import { act, refusal } from "../act";
import { actsOf, madeOf, shownOf } from "../drip-program";

const TODAY = "2026-03-20";
/** 20.00 × 6, each month from the sale's day on. */
const plan = {
  name: "Plan",
  event: "transaction created",
  action: "start a drip",
  state: "active",
  order: 10,
  amount: 20,
  cycle: 1,
  occurrences: 6,
};
const sale = (key: string, date: string, more = {}) => ({
  key,
  customer: "cus_1",
  date,
  amount: 100,
  ...more,
});
const sales = [sale("S1", "2026-01-15"), sale("S2", "2026-03-10")];
const begun = (more = {}, given = {}): Program =>
  runOn(
    startedProgram({
      triggers: [{ ...plan, ...more, key: "plan" }],
      transactions: sales,
      ...given,
    }),
    TODAY,
  );
const save = (program: Program, given: object) =>
  act(program, saveTrigger, { ...plan, trigger: "plan", ask: "yes", ...given }, TODAY);
const anew = (program: Program, given: object, today = TODAY) =>
  act(program, switchDrips, { ...plan, trigger: "plan", ...given }, today);
const switched = (program: Program, given: object, today = TODAY) =>
  anew(program, { ...given, confirmed: "yes" }, today);
const undo = (program: Program, line: string | null, today = TODAY) =>
  act(program, undoSwitch, { line }, today);
const [S1, S2] = ["drip_S1/plan", "drip_S2/plan"];

describe("saving a trigger with running drips (TRIG-29)", () => {
  test("asks where the new terms would change them, and writes nothing before the answer", () => {
    const program = begun();
    const { output, changes } = save(program, { amount: 30 });
    expect(output).toMatchObject({ version: 0, drips: { running: 2, changes: 2 } });
    expect(changes.effects).toEqual([]);
    expect(save(program, { amount: 30, ask: "no" }).output).toMatchObject({
      version: 2,
      keepOldTerms: 2,
      drips: null,
    });
  });

  test("asks nothing where no drip would change: a name, a rule, an equal term, a draft, another action", () => {
    const program = begun();
    const rules = JSON.stringify({
      all: [{ fact: "transaction.Amount", operator: "greaterThan", value: 5 }],
    });
    for (const given of [
      { name: "Renamed" },
      { rules, offer: "20.00 a month" },
      { amount: 20, delayUnit: "days" },
      { amount: 30, state: "paused" },
      { action: "grant a reward", cycle: null, occurrences: null },
    ]) {
      expect(save(program, given).output).toMatchObject({ drips: null });
    }
    expect(save(begun({}, { transactions: [] }), { amount: 30 }).output.drips).toBeNull();
  });
});

describe("end and begin anew (DRIP-41)", () => {
  test("says first what keeping comes to and what the new terms do, by currency", () => {
    const { output, said, changes } = anew(begun(), { amount: 30 });
    expect(changes.effects).toEqual([]);
    expect(said.now).toEqual([{ terms: "20.00 USD × 6", count: 2 }]);
    expect(said.instead).toBe("30.00 USD × 6");
    // S1 has 3 parts to come, S2 5 of them: the part of 10 March was made.
    expect(output).toMatchObject({
      done: false,
      from: "2026-03-21",
      running: 2,
      notStarted: 0,
      changes: 2,
      sums: [{ keep: { text: "160.00" }, anew: { text: "240.00" } }],
      stays: [],
    });
  });

  test("what was made stands, and the new amount is paid from the next part on", () => {
    const { program, output } = switched(begun(), { amount: 30 });
    expect(output).toMatchObject({ done: true, version: 2, undo: expect.any(String) });
    const end = runOn(program, "2027-01-01");
    expect(madeOf(end, S1)).toEqual(
      [
        "1: 2026-01-15 20.00 pending",
        "2: 2026-02-15 20.00 pending",
        "3: 2026-03-15 20.00 pending",
      ].map((each) => expect.stringContaining(each.slice(0, 20))),
    );
    expect(madeOf(end, `${S1}*`).map((each) => each.slice(0, 20))).toEqual([
      "4: 2026-04-15 30.00 ",
      "5: 2026-05-15 30.00 ",
      "6: 2026-06-15 30.00 ",
    ]);
    expect(shownOf(program, S1)).toMatchObject({ status: "Terminated", issued: 3, toCome: 0 });
    expect(shownOf(program, `${S1}*`)).toMatchObject({ issued: 3, toCome: 9000, lost: 0 });
    expect(actsOf(program)).toContain(
      `Gave running drips new terms: Plan | plan\n${S1}\n${S2} | version 1 | version 2, 2 drips from 2026-03-21`,
    );
  });

  test("a part that falls due today is made by the old terms first", () => {
    const early = startedProgram({ triggers: [{ ...plan, key: "plan" }], transactions: sales });
    const before = runOn(early, "2026-03-12");
    const { program } = switched(before, { amount: 30 }, "2026-03-15");
    expect(madeOf(program, S1)).toHaveLength(3);
    expect(madeOf(runOn(program, "2026-04-15"), `${S1}*`)).toEqual(["4: 2026-04-15 30.00 pending"]);
  });

  test("a month that has a part of the old drip is the old one's to its end (DRIP-42)", () => {
    // Weekly parts: 15, 22, 29 January … 19, 26 March; the new ones begin on 1 April.
    const weekly = { cycleUnit: "weeks", occurrences: 20 };
    const { program, output } = switched(begun(weekly), { ...weekly, amount: 30 });
    expect(output.drips.rows[0]).toMatchObject({ drip: S1, endsOn: "2026-03-31" });
    const end = runOn(program, "2026-12-01");
    expect(madeOf(end, S1).at(-1)).toContain("11: 2026-03-26 20.00");
    expect(madeOf(end, `${S1}*`)[0]).toContain("12: 2026-04-02 30.00");
    // Another delay would pay March a second time on the 25th.
    const later = switched(begun(), { amount: 20, delay: 10, delayUnit: "days" });
    const made = madeOf(runOn(later.program, "2027-01-01"), `${S1}*`);
    expect(made[0]).toContain("4: 2026-04-25 20.00");
  });

  test("both never come to more than the greater of the promise and what keeping comes to (DRIP-43)", () => {
    // Ten months' delay would pay all six again; three of them were.
    const { program } = switched(begun({}, { transactions: [sales[0]] }), { delay: 10 });
    const made = madeOf(runOn(program, "2027-12-01"), `${S1}*`);
    expect(made.map((each) => each.slice(0, 13))).toEqual([
      "4: 2027-02-15",
      "5: 2027-03-15",
      "6: 2027-04-15",
    ]);
  });

  test("where the new terms leave nothing, the drip just ends, and undoing brings it back", () => {
    const program = begun({}, { transactions: [sales[0]] });
    const done = switched(program, { occurrences: 3 });
    expect(recordsOf(done.program, "drips")).toHaveLength(1);
    expect(shownOf(done.program, S1)).toMatchObject({ status: "Terminated", toCome: 0 });
    const back = undo(done.program, done.output.undo).program;
    expect(cellsOf(back, "drips")).toEqual(cellsOf(program, "drips"));
  });

  test("a percent is of the sale as it was judged, in its currency, and *why* tells of both", () => {
    const { program, output } = switched(
      begun({}, { transactions: [sale("S1", "2026-01-15", { currency: "EUR" })] }),
      {
        amount: null,
        percent: "25",
      },
    );
    expect(output.sums).toMatchObject([
      { keep: { text: "60.00", currency: "USD" }, anew: { text: "0.00" } },
      { keep: { text: "0.00", currency: "EUR" }, anew: { text: "75.00" } },
    ]);
    const later = runOn(program, "2026-04-15");
    const [reward] = recordsOf(later, "rewards").filter(({ drip }) => drip === `${S1}*`);
    expect(reward).toMatchObject({ amount: 2500, currency: "EUR", triggerVersion: 2 });
    const why = act(later, explainReward, { reward: reward?.key }, "2026-04-15").said;
    expect(JSON.stringify(why)).toContain("25 % of 100.00 EUR");
  });

  test("paused, ending and archived drips keep their terms, and that is said (DRIP-44)", () => {
    const paused = act(begun(), pauseDrip, { drip: S1 }, TODAY).program;
    const asked = anew(paused, { amount: 30 });
    expect(asked.output).toMatchObject({
      running: 2,
      changes: 1,
      stays: [{ why: "it is paused", count: 1 }],
    });
    const program = switched(paused, { amount: 30 }).program;
    expect(recordsOf(program, "drips").map(({ key }) => key)).toEqual([S1, S2, `${S2}*`]);

    const notice = { drips: [S1], on: "2026-04-20", reason: "left", confirmed: true };
    const ending = act(begun(), endDripByHand, notice, TODAY).program;
    expect(anew(ending, { amount: 30 }).output.stays).toEqual([
      { why: "its end is set", count: 1 },
    ]);
  });
});

describe("from a date (DRIP-41)", () => {
  test("the old terms pay what falls due before it, the new ones what falls due from it on", () => {
    const { program, output } = switched(begun(), { amount: 30, switchOn: "2026-05-01" });
    expect(output.sums).toMatchObject([{ keep: { text: "160.00" }, anew: { text: "220.00" } }]);
    expect(shownOf(program, S1)).toMatchObject({ status: "Created", toCome: 2000 });
    const end = runOn(program, "2027-01-01");
    expect(madeOf(end, S1)).toHaveLength(4);
    expect(madeOf(end, `${S1}*`).map((each) => each.slice(0, 19))).toEqual([
      "5: 2026-05-15 30.00",
      "6: 2026-06-15 30.00",
    ]);
  });

  test("a day that is not after today, an unsound trigger and an unknown one are refused", () => {
    expect(refusal(() => anew(begun(), { switchOn: TODAY }))).toBe("INPUT_INVALID switchOn");
    expect(refusal(() => anew(begun(), { amount: null }))).toBe("INPUT_INVALID amount");
    expect(refusal(() => anew(begun(), { trigger: "nobody" }))).toMatch(/TRIGGER_UNKNOWN/);
  });

  test("a new sale gets the new terms at once, whatever the date", () => {
    const { program } = switched(begun(), { amount: 30, switchOn: "2026-05-01" });
    const more = changed(program, (work) => {
      work.insert("transactions", {
        ...sale("S3", ""),
        date: { day: "2026-03-21", time: "" } as never,
        currency: null,
      });
    });
    expect(madeOf(runOn(more, "2026-03-21"), "drip_S3/plan")).toEqual([
      "1: 2026-03-21 30.00 pending",
    ]);
  });
});

describe("an end that was cleared in its cell (DRIP-42, DRIP-43)", () => {
  const sold = { transactions: [sale("S1", "2026-01-31")] };
  const day = "2026-01-31";
  const two = runOn(
    startedProgram({
      triggers: [{ ...plan, cycleUnit: "days", occurrences: 2, key: "plan" }],
      ...sold,
    }),
    day,
  );
  const later = switched(two, { cycleUnit: "months", occurrences: 3, switchOn: "2026-02-02" }, day);

  test("promises no part a second time, however often the terms change before the next run", () => {
    const cleared = changed(later.program, (work) => {
      work.update("drips", S1, { endsOn: null, endReason: null, endedBy: null });
    });
    const days = { cycleUnit: "days", delayUnit: "days" };
    const once = switched(cleared, { ...days, occurrences: 1, delay: 1 }, day).program;
    const twice = switched(once, { ...days, occurrences: 3 }, day).program;
    for (const each of [cleared, once, twice]) {
      const made = recordsOf(runOn(each, "2026-12-31"), "rewards");
      expect(made.reduce((sum, { amount }) => sum + amount, 0)).toBeLessThanOrEqual(6000);
    }
  });
});

describe("undoing it (DRIP-46)", () => {
  test("the trigger and its drips are as before; a second time is refused", () => {
    const program = begun();
    const { program: after, output } = switched(program, { amount: 30, offer: "30.00 a month" });
    const { program: back, output: undone } = undo(after, output.undo);
    expect(undone).toMatchObject({ name: "Plan", version: 3, drips: 2 });
    expect(recordsOf(back, "triggers")).toMatchObject([{ amount: 2000, offer: null, version: 3 }]);
    expect(cellsOf(back, "drips")).toEqual(cellsOf(program, "drips"));
    expect(refusal(() => undo(back, output.undo))).toBe("SWITCH_NOT_UNDOABLE");
  });

  test("is refused once a new drip has made something, or the trigger was changed; a pause of it stays", () => {
    const { program, output } = switched(begun(), { amount: 30 });
    expect(refusal(() => undo(runOn(program, "2026-04-15"), output.undo, "2026-04-15"))).toBe(
      "SWITCH_NOT_UNDOABLE",
    );
    const changedSince = save(program, { amount: 40, ask: "no" }).program;
    expect(refusal(() => undo(changedSince, output.undo))).toBe("SWITCH_NOT_UNDOABLE");
    const paused = act(program, setTriggerState, { trigger: "plan", state: "paused" }, TODAY);
    const back = undo(paused.program, output.undo).program;
    expect(recordsOf(back, "triggers")).toMatchObject([{ amount: 2000, state: "paused" }]);
    expect(refusal(() => undo(program, "nothing"))).toBe("SWITCH_NOT_UNDOABLE");
  });
});
