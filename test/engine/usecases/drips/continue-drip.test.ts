import { continueDrip } from "../../../../src/engine/usecases/drips/continue-drip";
import { endDripByHand } from "../../../../src/engine/usecases/drips/end-drip";
import { showDrip } from "../../../../src/engine/usecases/drips/show-drip";
import { withdrawEnd } from "../../../../src/engine/usecases/drips/withdraw-end";
import { runOn } from "../../../support/run-on";
import { byKey, changed } from "../../invoices/money-run";
import { act, refusal } from "../act";
import { actsOf, dripProgram, madeOf, shownOf } from "../drip-program";

const ended = (more = {}) => {
  const given = { drips: ["d"], reason: "cancelled", confirmed: true };
  return act(runOn(dripProgram(more), "2026-02-20"), endDripByHand, given, "2026-02-20").program;
};
const given = { drip: "d", confirmed: true };

describe("an ended drip continued", () => {
  const { program, output } = act(ended(), continueDrip, given, "2026-05-01");

  test("is a new one with the occurrences never made, on the old dates from the first future one", () => {
    expect(output).toMatchObject({
      drip: "d+",
      count: 4,
      amount: { text: "80.00" },
      from: "2026-05-15",
      to: "2026-08-15",
      continued: true,
    });
    const later = runOn(program, "2026-09-01");
    expect(madeOf(later, "d+").map((line) => line.slice(0, 19))).toEqual([
      "3: 2026-05-15 20.00",
      "4: 2026-06-15 20.00",
      "5: 2026-07-15 20.00",
      "6: 2026-08-15 20.00",
    ]);
    expect(byKey(later, "drips", "d+")).toMatchObject({ continues: "d", after: 2, later: 2 });
    expect(byKey(later, "rewards", "d+#3").description).toBe("Yearly plan (3 of 6)");
  });

  test("does not change the old one", () => {
    expect(shownOf(program)).toMatchObject({ status: "Terminated", issued: 2, lost: 8000 });
    expect(shownOf(program, "d+")).toMatchObject({ status: "Created", toCome: 8000, lost: 0 });
    expect(actsOf(program).slice(-1)[0]).toBe(
      "Continue drip | d+ | d | 4 from 2026-05-15 to 2026-08-15",
    );
  });

  test("is continued once, however often it is pressed", () => {
    const again = act(program, continueDrip, given, "2026-05-01");
    expect(again.output).toMatchObject({ drip: "d+", continued: true });
    expect(again.changes.effects).toEqual([]);
  });

  test("can be ended and continued again", () => {
    const ending = { drips: ["d+"], reason: "again", confirmed: true };
    const twice = act(runOn(program, "2026-05-20"), endDripByHand, ending, "2026-05-20").program;
    const third = act(twice, continueDrip, { ...given, drip: "d+" }, "2026-06-15");
    expect(third.output).toMatchObject({ drip: "d++", count: 3, from: "2026-06-15" });
    expect(madeOf(third.program, "d++")).toEqual(["4: 2026-06-15 20.00 pending"]);
  });
});

test("a split keeps its own parts, and the 31st comes back", () => {
  const split = { mode: "split a total", amount: 20, occurrences: 12, eventDate: "2026-01-31" };
  const { output, program } = act(ended(split), continueDrip, given, "2026-04-01");
  expect(output).toMatchObject({ count: 11, amount: { text: "18.33" }, from: "2026-04-30" });
  expect(madeOf(runOn(program, "2026-05-31"), "d+")).toEqual([
    "2: 2026-04-30 1.66 pending",
    "3: 2026-05-31 1.67 pending",
  ]);
});

test("a preview changes nothing", () => {
  const { output, changes } = act(ended(), continueDrip, { drip: "d" }, "2026-05-01");
  expect(output).toMatchObject({ count: 4, continued: false });
  expect(changes.effects).toEqual([]);
});

test("one that runs, has nothing left, or has lost its cause is refused", () => {
  const running = runOn(dripProgram(), "2026-02-20");
  expect(refusal(() => act(running, continueDrip, given, "2026-02-20"))).toBe("DRIP_RUNNING");
  const complete = runOn(dripProgram({ occurrences: 1, cycle: "" }), "2026-02-20");
  expect(refusal(() => act(complete, continueDrip, given, "2026-02-20"))).toBe("DRIP_NOTHING_LEFT");
  const archived = changed(ended(), (work) => {
    work.update("customers", "cus_1", { status: "archived" });
  });
  expect(refusal(() => act(archived, continueDrip, given, "2026-03-01"))).toBe("DRIP_CAUSE_GONE");
});

describe("each part is made by one drip only", () => {
  const running = runOn(dripProgram(), "2026-03-20");
  const notice = { drips: ["d"], reason: "notice", on: "2026-04-10", confirmed: true };
  const noticed = act(running, endDripByHand, notice, "2026-03-20").program;

  test("while an end is still to come it is withdrawn, not continued", () => {
    expect(refusal(() => act(noticed, continueDrip, given, "2026-03-21"))).toBe("DRIP_END_TO_COME");
    const shown = act(noticed, showDrip, { drip: "d" }, "2026-03-21").output;
    expect(shown).toMatchObject({ canWithdraw: true, canContinue: false });
    const { output } = act(noticed, continueDrip, given, "2026-04-10");
    expect(output).toMatchObject({ count: 3, from: "2026-04-15" });
  });

  test("an end after which another drip continues is not withdrawn", () => {
    const both = changed(noticed, (work) => {
      work.insert("drips", {
        ...byKey(noticed, "drips", "d"),
        key: "d+",
        continues: "d",
        after: 3,
      });
    });
    const attempt = () => act(both, withdrawEnd, { drip: "d" }, "2026-03-22");
    expect(refusal(attempt)).toBe("DRIP_GOES_ON");
  });

  test("one whose end cell is cleared makes nothing that another drip continues", () => {
    const continued = act(ended(), continueDrip, given, "2026-04-01").program;
    const cleared = changed(continued, (work) => work.update("drips", "d", { endsOn: null }));
    const later = runOn(cleared, "2026-07-31");
    expect(madeOf(later).map((each) => each.slice(0, 1))).toEqual(["1", "2"]);
    expect(madeOf(later, "d+").map((each) => each.slice(0, 1))).toEqual(["3", "4", "5", "6"]);
    expect(shownOf(later)).toMatchObject({ status: "Terminated", lost: 8000 });
  });

  test("one that judging again replaced is not continued", () => {
    const replaced = changed(ended(), (work) => {
      work.insert("drips", { ...byKey(ended(), "drips", "d"), key: "d*" });
    });
    const attempt = () => act(replaced, continueDrip, given, "2026-05-01");
    expect(refusal(attempt)).toBe("DRIP_GOES_ON");
    const shown = act(replaced, showDrip, { drip: "d" }, "2026-05-01").output;
    expect(shown).toMatchObject({ canContinue: false, continuedBy: "d*" });
  });
});
