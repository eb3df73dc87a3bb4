import type { Program } from "../../../../src/engine/program/program";
import { readEndReason } from "../../../../src/engine/tables/packed/end-reason";
import { judgeAgain } from "../../../../src/engine/usecases/events/judge-again";
import { createManualReward } from "../../../../src/engine/usecases/rewards/create-manual-reward";
import { recordsOf } from "../../../support/program";
import { runOn } from "../../../support/run-on";
import { customer, programWith, retyped, sale, trigger, typed } from "../../judging/judge-on";
import { act, refusal } from "../act";

const TODAY = "2026-02-20";
const settings = [{ key: "program start", value: "2026-01-01" }];
const sales = [sale("S1", "2026-02-01", 100), sale("S2", "2026-02-05", 200)];
const rate = (more = {}) => trigger("rate", { percent: "10", ...more });
const started = (more = {}) =>
  runOn(programWith({ settings, triggers: [rate()], transactions: sales, ...more }), "2026-02-10");
const ask = (program: Program, given: object, today = TODAY) =>
  act(program, judgeAgain, given, today);
const shown = ({ differences }: Pick<ReturnType<typeof ask>["said"], "differences">) =>
  differences.map(({ key, kind, from, to }) => `${key} ${kind} ${from} → ${to}`);
const reward = (program: Program, key: string) =>
  recordsOf(program, "rewards").find((each) => each.key === key);

describe("judging again shows the difference first", () => {
  test("unchanged results are kept, and nothing is written without confirmation", () => {
    const program = started();
    const { output, changes } = ask(program, { events: ["S1", "S2"] });
    expect(output).toMatchObject({ done: false, events: 2, counts: { kept: 2 }, more: 0 });
    expect(changes.effects).toEqual([]);
  });

  test("a changed trigger re-prices in place, with its new version and reasons", () => {
    const program = runOn(retyped(started(), "triggers", "rate", { percent: "15" }), "2026-02-11");
    expect(shown(ask(program, { events: ["S1"] }).said)).toEqual([
      "S1/rate re-priced 10.00 USD → 15.00 USD",
    ]);
    const done = ask(program, { events: ["S1"], confirmed: "yes", reason: "new rate" });
    expect(reward(done.program, "S1/rate")).toMatchObject({
      amount: 1500,
      triggerVersion: 2,
      accepted: { status: "pending", amount: 1500 },
    });
    const sum = { kind: "percent", percent: 150_000, of: 10_000, is: 1500 };
    expect(reward(done.program, "S1/rate")?.why).toMatchObject({ by: "trigger", sum });
    expect(reward(done.program, "S2/rate")?.amount).toBe(2000);
    const [line] = recordsOf(done.program, "activity").filter(({ what }) => /again/.test(what));
    expect(line).toMatchObject({ what: "Processed 1 event again", record: "S1", why: "new rate" });
    expect(shown(ask(done.program, { events: ["S1"] }).said)[0]).toContain("kept");
  });

  test("what no longer matches is declined, what matches now is added, and a second time nothing changes", () => {
    const paused = retyped(started(), "triggers", "rate", { state: "paused" });
    const program = typed(paused, { triggers: [trigger("flat", { amount: 7 })] });
    const preview = ask(program, { events: ["S1"] });
    expect(shown(preview.said).sort()).toEqual([
      "S1/flat added null → 7.00 USD",
      "S1/rate declined 10.00 USD → null",
    ]);
    const done = ask(program, { events: ["S1"], confirmed: "yes" }).program;
    expect(reward(done, "S1/rate")).toMatchObject({ status: "declined", reason: "judged again" });
    expect(reward(done, "S1/flat")).toMatchObject({ status: "pending", amount: 700 });
    expect(ask(done, { events: ["S1"] }).output.counts).toEqual({ kept: 2 });
    const next = runOn(done, "2026-02-21");
    expect(recordsOf(next, "rewards")).toHaveLength(3);
    const back = retyped(done, "triggers", "rate", { state: "active" });
    const revived = ask(back, { events: ["S1"], confirmed: "yes" }).program;
    expect(reward(revived, "S1/rate")).toMatchObject({ status: "pending", amount: 1000 });
  });

  test("manual rewards stay beside what is judged again", () => {
    const form = { partner: "ann", amount: "5", description: "thanks", earnedOn: "2026-02-03" };
    const given = act(started(), createManualReward, form, "2026-02-12").program;
    expect(shown(ask(given, { events: ["S1", "S2"] }).said)).toEqual([
      "S1/rate kept 10.00 USD → 10.00 USD",
      "S2/rate kept 20.00 USD → 20.00 USD",
    ]);
    const done = ask(given, { events: ["S2"], confirmed: "yes" }).program;
    expect(recordsOf(done, "rewards")).toHaveLength(3);
  });

  test("history from before the program's start earns when it is judged again", () => {
    const old = {
      customers: [customer({ createdOn: "2025-12-01" })],
      transactions: [sale("S0", "2025-12-20", 50)],
    };
    const before = runOn(programWith({ settings, triggers: [rate()], ...old }), "2026-01-02");
    expect(recordsOf(before, "rewards")).toEqual([]);
    const { said: output, program } = ask(
      before,
      { events: ["S0"], confirmed: "yes" },
      "2026-01-03",
    );
    expect(shown(output)).toEqual(["S0/rate added null → 5.00 USD"]);
    expect(recordsOf(program, "transactions")[0]?.outcome).toContain("granted 5.00 USD");
  });

  test("on a final invoice a held adjusting line is proposed, once", () => {
    const final = runOn(runOn(started(), "2026-03-01"), "2026-04-20");
    expect(reward(final, "S1/rate")?.invoice).toBe("inv_2026-02_USD");
    const cheaper = retyped(final, "triggers", "rate", { percent: "4" });
    const { output, program } = ask(cheaper, { events: ["S1"], confirmed: "yes" }, "2026-04-21");
    expect(output.differences[0]).toMatchObject({ kind: "re-priced", byAdjustment: true });
    expect(reward(program, "S1/rate")?.amount).toBe(1000);
    expect(recordsOf(program, "rewards").filter(({ source }) => source === "adjustment")).toEqual([
      expect.objectContaining({ adjusts: "S1/rate", amount: -600, status: "held" }),
    ]);
    expect(ask(program, { events: ["S1"] }, "2026-04-22").output.counts).toEqual({ kept: 1 });
  });

  test("a customer who belongs to another partner by now is judged for that one", () => {
    const bob = { key: "bob", name: "Bob", email: "b@bob.test", joinedOn: "2025-01-01" };
    const two = typed(started(), { partners: [bob] });
    const moved = retyped(two, "customers", "acme", { partner: "bob" });
    const { output, program } = ask(moved, { events: ["S1"], confirmed: "yes" });
    expect(output.differences[0]).toMatchObject({ kind: "re-priced", note: "was for ann" });
    expect(reward(program, "S1/rate")).toMatchObject({ partner: "bob", amount: 1000 });
    expect(recordsOf(program, "transactions")[0]?.partner).toBe("bob");
  });

  test("a reward added for a sale that was refunded in full is declined at once, as by a run (TARGET-1)", () => {
    const bob = { key: "bob", name: "Bob", email: "b@bob.test", joinedOn: "2025-01-01" };
    const final = runOn(runOn(typed(started(), { partners: [bob] }), "2026-03-01"), "2026-04-20");
    const back = sale("R1", "2026-04-21", -100, { refundOf: "S1" });
    const refunded = runOn(typed(final, { transactions: [back] }), "2026-04-21");
    const moved = retyped(refunded, "customers", "acme", { partner: "bob" });
    const { program } = ask(moved, { events: ["S1"], confirmed: "yes" }, "2026-04-21");
    const declined = { partner: "bob", status: "declined", reason: "refunded", calculated: 0 };
    expect(reward(program, "S1/rate*2")).toMatchObject(declined);
    expect(reward(runOn(program, "2026-04-22"), "S1/rate*2")).toMatchObject(declined);
  });

  test("on a final invoice the line takes it back from the first partner, and the second gets a reward of its own (TARGET-2)", () => {
    const bob = { key: "bob", name: "Bob", email: "b@bob.test", joinedOn: "2025-01-01" };
    const final = runOn(runOn(typed(started(), { partners: [bob] }), "2026-03-01"), "2026-04-20");
    const moved = retyped(final, "customers", "acme", { partner: "bob" });
    const { said: output, program } = ask(
      moved,
      { events: ["S1"], confirmed: "yes" },
      "2026-04-21",
    );
    expect(shown(output)).toEqual([
      "S1/rate declined 10.00 USD → null",
      "S1/rate*2 added null → 10.00 USD",
    ]);
    const rewards = recordsOf(runOn(program, "2026-04-22"), "rewards");
    expect(
      rewards.map(({ key, partner, amount, status }) => [key, partner, amount, status]),
    ).toEqual([
      ["S1/rate", "ann", 1000, "approved"],
      ["S2/rate", "ann", 2000, "approved"],
      ["adj_1*S1/rate", "ann", -1000, "held"],
      // It is a late event by then.
      ["S1/rate*2", "bob", 1000, "held"],
    ]);
    // Asked again, nothing is left to do; a refund works on the second one.
    expect(ask(program, { events: ["S1"] }, "2026-04-22").output.counts).toEqual({ kept: 2 });
    const back = sale("R", "2026-04-23", -50, { refundOf: "S1" });
    const refunded = runOn(typed(program, { transactions: [back] }), "2026-04-23");
    expect(reward(refunded, "S1/rate*2")).toMatchObject({ amount: 500 });
    expect(reward(refunded, "adj_1*S1/rate")).toMatchObject({ amount: -1000 });
  });

  test("what a person declined or typed is kept (TARGET-1a)", () => {
    const bonus = retyped(started(), "rewards", "S1/rate", { amount: 12 });
    const accepted = runOn(bonus, "2026-02-11");
    const dearer = retyped(accepted, "triggers", "rate", { percent: "15" });
    const declined = { status: "declined", reason: "no", accepted: "declined 20.00" };
    const program = retyped(dearer, "rewards", "S2/rate", declined);
    const { output, program: done } = ask(program, { events: ["S1", "S2"], confirmed: "yes" });
    expect(output.counts).toEqual({ "re-priced": 1, kept: 1 });
    expect(reward(done, "S1/rate")).toMatchObject({ amount: 1200, calculated: 1500 });
    expect(reward(done, "S2/rate")?.status).toBe("declined");
  });

  test("the facts are those of the event's place in the order", () => {
    const first = JSON.stringify({
      all: [{ fact: "transaction.number", operator: "equal", value: 1 }],
    });
    const program = typed(started(), { triggers: [trigger("first", { amount: 5, rules: first })] });
    expect(
      shown(ask(program, { events: ["S1", "S2"] }).said).filter((each) => !/kept/.test(each)),
    ).toEqual(["S1/first added null → 5.00 USD"]);
  });

  test("only judged rows can be judged again", () => {
    const program = typed(started(), { transactions: [sale("S3", "2026-02-20", 1)] });
    expect(refusal(() => ask(program, { events: ["S3"] }))).toBe("INPUT_INVALID events");
    expect(refusal(() => ask(program, { events: ["nothing"] }))).toBe("INPUT_INVALID events");
    const many = Array.from({ length: 101 }, (_, i) => `S${i}`);
    expect(refusal(() => ask(program, { events: many }))).toBe("INPUT_INVALID events");
  });
});

describe("judging again and drips", () => {
  const monthly = (more = {}) =>
    trigger("drip", { action: "start a drip", amount: 20, occurrences: 6, cycle: 1, ...more });
  const dripping = () =>
    runOn(
      programWith({ settings, triggers: [monthly()], transactions: sales.slice(0, 1) }),
      "2026-02-10",
    );
  const key = "drip_S1/drip";

  test("a running drip keeps its terms, and one that would not start goes on", () => {
    const dearer = retyped(dripping(), "triggers", "drip", { amount: 30 });
    expect(ask(dearer, { events: ["S1"] }).output.differences).toEqual([
      expect.objectContaining({
        key,
        kind: "kept",
        note: expect.stringContaining("keeps its terms"),
      }),
    ]);
    const off = retyped(dripping(), "triggers", "drip", { state: "paused" });
    const { program } = ask(off, { events: ["S1"], confirmed: "yes" });
    expect(recordsOf(program, "drips")[0]?.endsOn).toBeNull();
  });

  test("when the old one ends, a new one makes what falls due after today", () => {
    const dearer = retyped(dripping(), "triggers", "drip", { amount: 30 });
    const given = { events: ["S1"], endDrips: [key], confirmed: "yes" };
    const { said: output, program } = ask(dearer, given);
    expect(shown(output)).toEqual([`${key} re-priced 20.00 USD × 6 → 30.00 USD × 6`]);
    const june = runOn(program, "2026-07-31");
    const made = recordsOf(june, "rewards").map(({ amount, earnedOn }) => [earnedOn, amount]);
    expect(made.sort()).toEqual([
      ["2026-02-01", 2000],
      ["2026-03-01", 3000],
      ["2026-04-01", 3000],
      ["2026-05-01", 3000],
      ["2026-06-01", 3000],
      ["2026-07-01", 3000],
    ]);
    expect(ask(program, { events: ["S1"] }).output.differences).toEqual([
      expect.objectContaining({ key: `${key}*`, kind: "kept" }),
    ]);
  });

  test("a drip that is added starts at once, and one can be ended for good", () => {
    const plain = programWith({
      settings,
      transactions: sales.slice(0, 1),
      customers: [customer()],
    });
    const judged = typed(runOn(plain, "2026-02-10"), { triggers: [monthly()] });
    const added = ask(judged, { events: ["S1"], confirmed: "yes" }).program;
    expect(reward(added, `${key}#1`)).toMatchObject({ amount: 2000, earnedOn: "2026-02-01" });
    const off = retyped(added, "triggers", "drip", { state: "paused" });
    const ended = ask(off, { events: ["S1"], endDrips: [key], confirmed: "yes" }).program;
    expect(recordsOf(ended, "drips")[0]).toMatchObject({ endsOn: TODAY, status: "Terminated" });
  });

  test("a drip that is added for a sale refunded in full ends on the refund's date, with nothing to come", () => {
    const plain = programWith({
      settings,
      transactions: [
        ...sales.slice(0, 1),
        { key: "R1", customer: "cus_1", date: "2026-02-08", amount: 100, refundOf: "S1" },
      ],
      customers: [customer()],
    });
    const judged = typed(runOn(plain, "2026-02-10"), { triggers: [monthly()] });
    const added = ask(judged, { events: ["S1"], confirmed: "yes" }).program;
    expect(recordsOf(added, "drips")[0]).toMatchObject({
      endsOn: "2026-02-08",
      endReason: readEndReason("refunded"),
      endings: { isRefund: true },
      toCome: 0,
    });
    expect(reward(added, `${key}#1`)).toMatchObject({ status: "declined", reason: "refunded" });
  });

  test("moves and endings by triggers are shown, and applied", () => {
    const acts = [
      trigger("up", { action: "move the partner to a group", group: "gold" }),
      trigger("stop", { action: "end the customer's drips" }),
    ];
    const program = typed(dripping(), { triggers: acts });
    const { output, program: done } = ask(program, { events: ["S1"], confirmed: "yes" });
    expect(output.counts).toEqual({ kept: 1, ended: 1, moved: 1 });
    expect(recordsOf(done, "partners")[0]?.group).toBe("gold");
    expect(recordsOf(done, "drips")[0]?.endsOn).toBe("2026-02-01");
  });
});
