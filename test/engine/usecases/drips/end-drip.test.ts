import { endDripByHand } from "../../../../src/engine/usecases/drips/end-drip";
import { withdrawEnd } from "../../../../src/engine/usecases/drips/withdraw-end";
import { runOn } from "../../../support/run-on";
import { byKey, changed } from "../../invoices/money-run";
import { act, refusal } from "../act";
import { actsOf, dripProgram, dripRow, madeOf, shownOf } from "../drip-program";

const drips = [
  dripRow("d"),
  dripRow("e", { partner: "ptn_2", customer: "", amount: 5, currency: "EUR" }),
  dripRow("f", { eventDate: "2026-01-31", occurrences: 3 }),
];
const started = runOn(dripProgram({}, { drips }), "2026-02-20");
const all = { drips: ["d", "e", " f ", "d"], reason: "program closes" };

describe("many drips ended at once", () => {
  test("the preview says per drip and currency what stays and what is lost", () => {
    const { output, changes } = act(started, endDripByHand, all, "2026-02-20");
    expect(output).toMatchObject({
      count: 3,
      unreviewed: 5,
      over: 0,
      ended: false,
      sums: [
        { stands: { text: "60.00", currency: "USD" }, lost: { text: "120.00" } },
        { stands: { text: "10.00", currency: "EUR" }, lost: { text: "20.00" } },
      ],
    });
    expect(output.drips.rows[2]).toMatchObject({
      drip: "f",
      partnerName: "Ada Reyes",
      stands: { count: 1, from: "2026-01-31" },
      lost: { count: 2, from: "2026-02-28", to: "2026-03-31" },
    });
    expect(changes.effects).toEqual([]);
  });

  test("confirmed, they end in one act; what is not reviewed is declined and leaves the invoice", () => {
    const given = { ...all, declineUnreviewed: true, confirmed: true };
    const { program } = act(started, endDripByHand, given, "2026-02-20");
    expect(["d", "e", "f"].map((key) => shownOf(program, key).status)).toEqual(
      Array(3).fill("Terminated"),
    );
    expect(madeOf(program)).toEqual([
      "1: 2026-01-15 20.00 declined",
      "2: 2026-02-15 20.00 declined",
    ]);
    expect(actsOf(program)).toEqual(["End 3 drips | d\ne\nf | Created | ends on 2026-02-20"]);
    expect(refusal(() => act(program, endDripByHand, given, "2026-02-21"))).toBe("DRIP_ENDED");
  });

  test("what a missed run would have made counts as unreviewed, since it is caught up first", () => {
    const late = { drips: ["d"], reason: "left", on: "2026-03-31" };
    const { output } = act(started, endDripByHand, late, "2026-04-20");
    expect(output).toMatchObject({ unreviewed: 3, sums: [{ stands: { text: "60.00" } }] });
    const confirmed = { ...late, declineUnreviewed: true, confirmed: true };
    const { program } = act(started, endDripByHand, confirmed, "2026-04-20");
    expect(madeOf(program).filter((line) => line.endsWith("declined"))).toHaveLength(3);
  });

  test("what will be put on hold is not among the unreviewed rewards that the checkbox declines", () => {
    const doubted = runOn(dripProgram({ heldReason: "possible self-referral" }), "2026-01-20");
    const late = { drips: ["d"], reason: "left", declineUnreviewed: true };
    expect(act(doubted, endDripByHand, late, "2026-04-20").output.unreviewed).toBe(0);
    const { program } = act(doubted, endDripByHand, { ...late, confirmed: true }, "2026-04-20");
    expect(madeOf(program).every((line) => line.endsWith("held"))).toBe(true);
  });

  test("one that has already ended is not changed, and is counted", () => {
    const given = { drips: ["e"], reason: "left", confirmed: true };
    const one = act(started, endDripByHand, given, "2026-02-20").program;
    expect(act(one, endDripByHand, all, "2026-02-20").output).toMatchObject({ count: 2, over: 1 });
  });

  test("all end or none: a day before one of them began is refused, and so is a missing reason", () => {
    const confirmed = { ...all, confirmed: true };
    expect(
      refusal(() => act(started, endDripByHand, { ...confirmed, on: "2026-01-20" }, "2026-02-20")),
    ).toBe("INPUT_INVALID on");
    expect(
      refusal(() => act(started, endDripByHand, { ...confirmed, reason: "" }, "2026-02-20")),
    ).toBe("INPUT_INVALID reason");
    expect(
      refusal(() => act(started, endDripByHand, { ...confirmed, drips: ["d", "x"] }, "2026-02-20")),
    ).toBe("DRIP_UNKNOWN");
  });
});

test("declining what is not reviewed takes it off the invoice in review, whose total follows", () => {
  const opened = runOn(dripProgram(), "2026-02-01");
  expect(byKey(opened, "invoices", "inv_2026-01_USD")).toMatchObject({ lines: 1, total: 2000 });
  const given = { drips: ["d"], reason: "left", declineUnreviewed: true, confirmed: true };
  const { program } = act(opened, endDripByHand, given, "2026-02-03");
  expect(byKey(program, "invoices", "inv_2026-01_USD")).toMatchObject({ lines: 0, total: 0 });
});

describe("an end still to come", () => {
  const given = { drips: ["d"], reason: "notice", on: "2026-04-20", confirmed: true };
  const noticed = act(started, endDripByHand, given, "2026-02-20").program;

  test("removes the later parts from what is to come immediately", () => {
    expect(shownOf(noticed)).toEqual({
      status: "Created",
      issued: 2,
      toCome: 4000,
      lost: 4000,
      nextDate: "2026-03-15",
    });
    expect(shownOf(runOn(noticed, "2026-04-21"))).toMatchObject({
      status: "Terminated",
      issued: 4,
    });
  });

  test("can be withdrawn until its day", () => {
    const { program } = act(noticed, withdrawEnd, { drip: "d" }, "2026-04-19");
    expect(shownOf(program)).toMatchObject({ toCome: 8000, lost: 0 });
    expect(actsOf(program).slice(-1)[0]).toBe(
      "Withdraw end of drip | d | ends on 2026-04-20: notice | runs on",
    );
    expect(act(program, withdrawEnd, { drip: "d" }, "2026-04-19").changes.effects).toEqual([]);
    expect(refusal(() => act(noticed, withdrawEnd, { drip: "d" }, "2026-04-20"))).toBe(
      "DRIP_END_PASSED",
    );
  });

  test("is not postponed by a later one, and not withdrawn if its customer is archived", () => {
    expect(
      refusal(() => act(noticed, endDripByHand, { ...given, on: "2026-05-01" }, "2026-03-01")),
    ).toBe("INPUT_INVALID on");
    const archived = changed(noticed, (work) => {
      work.update("customers", "cus_1", { status: "archived" });
    });
    expect(refusal(() => act(archived, withdrawEnd, { drip: "d" }, "2026-03-01"))).toBe(
      "DRIP_CAUSE_GONE",
    );
  });
});

test("declining unreviewed rewards accepts what was typed first, so that the calculated amount stays beside it", () => {
  const typed = changed(runOn(dripProgram(), "2026-02-20"), (work) => {
    work.update("rewards", "d#1", { amount: 1500 });
    work.update("rewards", "d#2", { status: "approved" });
  });
  const given = { drips: ["d"], reason: "left", declineUnreviewed: true, confirmed: true };

  const { program } = act(typed, endDripByHand, given, "2026-02-20");

  expect(madeOf(program)).toEqual(["1: 2026-01-15 15.00 declined", "2: 2026-02-15 20.00 approved"]);
  expect(byKey(program, "rewards", "d#1")).toMatchObject({ calculated: 2000 });
});
