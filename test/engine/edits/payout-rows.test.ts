import { takeTyped } from "../../../src/engine/edits/take-over";
import { examineInRun } from "../../../src/engine/health/examine";
import { cellWords } from "../../../src/engine/kernel/cell-words";
import type { Day } from "../../../src/engine/kernel/day";
import { apply } from "../../../src/engine/program/changeset";
import type { Program } from "../../../src/engine/program/program";
import { begin, type Work } from "../../../src/engine/program/work";
import type { Payout } from "../../../src/engine/tables";
import { finalizeInvoiceByHand } from "../../../src/engine/usecases/invoices/finalize-invoice";
import { placeRewards } from "../../../src/engine/usecases/invoices/place-rewards";
import { run } from "../../../src/engine/usecases/program/run";
import { carryOut, envOn, recordsOf } from "../../support/program";
import { byKey, changed, moneyRun, rewardRow, startedProgram } from "../invoices/money-run";
import { act, refusal } from "../usecases/act";

const january = "inv_2026-01_USD";
const payout = `pay_${january}/ptn_1`;
const final = moneyRun(
  moneyRun(startedProgram({ rewards: [rewardRow("a", 20)] }), "2026-02-01"),
  "2026-02-08",
);
const typed = (program: Program, patch: Partial<Payout>) =>
  changed(program, (work) => void work.update("payouts", payout, patch));
const problemsOf = (program: Program, check: (work: Work) => void) => {
  const work = begin(program);
  check(work);
  const problems = work
    .problems()
    .map(({ at, message }) => [at.row, at.column, cellWords(message)]);
  return { program: apply(program, work.changes()), problems };
};
const accepted = (program: Program, on = "2026-02-13") =>
  problemsOf(program, (work) => takeTyped(work, envOn(on), ["payouts"], { run: `run ${on}` }));

describe("a payout's status typed in the sheet", () => {
  const paid = accepted(typed(final, { status: "paid", reference: "SEPA 17" })).program;

  test("paid pays its lines", () => {
    expect(byKey(paid, "rewards", "a")).toMatchObject({ status: "paid", paidOn: "2026-02-13" });
    expect(byKey(paid, "payouts", payout)).toMatchObject({
      status: "paid",
      reference: "SEPA 17",
      decidedBy: "in the sheet",
    });
    expect(recordsOf(paid, "activity")).toMatchObject([
      {
        who: "in the sheet",
        what: "1 payout typed over",
        record: payout,
        to: `${payout}: Status paid`,
      },
    ]);
  });

  test("returned with a reason is a return; without one it is restored", () => {
    const { program, problems } = accepted(
      typed(paid, { status: "returned", reason: "closed" }),
      "2026-02-20",
    );
    expect(problems).toEqual([]);
    expect(byKey(program, "payouts", `${payout}#2`)).toMatchObject({ status: "open" });
    expect(accepted(program).problems).toEqual([]);

    const refused = accepted(typed(paid, { status: "returned" }));
    expect(byKey(refused.program, "payouts", payout).status).toBe("paid");
    expect(refused.problems).toEqual([
      [
        payout,
        "Status",
        "Write the reason first, then type returned. Status was set back to paid.",
      ],
    ]);
  });

  test("a returned one can't be paid again, and a paid one can't be opened", () => {
    const back = accepted(typed(paid, { status: "returned", reason: "closed" })).program;
    const again = accepted(typed(back, { status: "paid" }));
    expect(byKey(again.program, "payouts", payout).status).toBe("returned");
    const opened = accepted(typed(paid, { status: "open" }));
    expect(byKey(opened.program, "payouts", payout).status).toBe("paid");
    expect(opened.problems).toHaveLength(1);
  });

  test("paid on a future day is restored, as the sidebar refuses it", () => {
    const early = typed(final, { status: "paid", paidOn: "2026-02-14" as Day });
    const { program, problems } = accepted(early, "2026-02-13");
    expect(byKey(program, "payouts", payout)).toMatchObject({ status: "open", decidedBy: null });
    expect(byKey(program, "rewards", "a")).toMatchObject({ status: "approved", paidOn: null });
    expect(problems).toEqual([
      [payout, "Status", "The day of payment can't be after today. Status was set back to open."],
    ]);
  });

  test("a corrected payment day also applies to its rewards; a future one is restored", () => {
    const corrected = accepted(typed(paid, { paidOn: "2026-02-11" as Day }), "2026-02-14");
    expect(byKey(corrected.program, "rewards", "a").paidOn).toBe("2026-02-11");
    expect(recordsOf(corrected.program, "activity").at(-1)).toMatchObject({
      what: "1 payout typed over",
      from: `${payout}: Paid on 2026-02-13`,
      to: `${payout}: Paid on 2026-02-11`,
    });

    const early = accepted(typed(paid, { paidOn: "2026-03-01" as Day }), "2026-02-14");
    expect(byKey(early.program, "payouts", payout).paidOn).toBe("2026-02-13");
    expect(early.problems).toEqual([
      [
        payout,
        "Paid on",
        "The day of payment can't be after today. Paid on was set back to 2026-02-13.",
      ],
    ]);
    expect(accepted(early.program, "2026-02-15").problems).toEqual([]);
  });

  test("open takes one back out of a payment file", () => {
    const sent = accepted(typed(final, { status: "sent" })).program;
    expect(byKey(sent, "payouts", payout)).toMatchObject({ status: "sent", sentOn: "2026-02-13" });
    const { program, problems } = accepted(typed(sent, { status: "open" }));
    expect(byKey(program, "payouts", payout)).toMatchObject({ status: "open", sentOn: null });
    expect(problems).toEqual([]);
  });

  test("an open one stays open where a day and who paid it are typed beside it: its lines are still owed", () => {
    const { program } = accepted(
      typed(final, { paidOn: "2026-02-11" as Day, decidedBy: "ann@example.com" }),
    );
    expect(byKey(program, "payouts", payout).status).toBe("open");
    expect(byKey(program, "rewards", "a")).toMatchObject({ status: "approved", paidOn: null });
  });

  test("a paid one whose lines were deleted stays paid, so that it is not paid twice", () => {
    const { program, problems } = accepted(changed(paid, (work) => work.remove("rewards", "a")));
    expect(byKey(program, "payouts", payout).status).toBe("paid");
    expect(problems).toEqual([]);
  });
});

describe("rows that were deleted", () => {
  const check = (program: Program, row: string) =>
    problemsOf(program, (work) => void examineInRun(work, envOn("2026-02-08"))).problems.filter(
      ([key]) => key === row,
    );

  test("an invoice whose lines were deleted is reported at its payout, which is not paid", () => {
    const lost = changed(final, (work) => work.remove("rewards", "a"));
    expect(check(lost, payout)).toEqual([
      [
        payout,
        "Amount",
        "Its rewards come to 0.00 USD, not 20.00 USD: a row was deleted, can't be read, or one of the two was changed manually. Fix that; until then this payout can't be paid.",
      ],
    ]);
    const refused = accepted(typed(lost, { status: "paid" }));
    expect(byKey(refused.program, "payouts", payout).status).toBe("open");
  });

  test("a payout whose partner's row is gone is reported and stays", () => {
    const lost = changed(final, (work) => work.remove("partners", "ptn_1"));
    expect(check(lost, payout)).toEqual([
      [
        payout,
        "Partner",
        "There is no partner “ptn_1”. Restore its row from the version history. The payout stays and is still owed.",
      ],
    ]);
  });

  test("an invoice or payout whose row is gone is reported at each line, and a sound program has nothing to report", () => {
    const lost = changed(final, (work) => {
      work.remove("invoices", january);
      work.remove("payouts", payout);
    });
    expect(check(lost, "a").map(([row, column]) => [row, column])).toEqual([
      ["a", "Invoice"],
      ["a", "Payout"],
    ]);
    expect(check(final, "a")).toEqual([]);
    expect(check(final, payout)).toEqual([]);
  });
});

describe("the day on which an invoice became final, cleared in the sheet", () => {
  const cleared = (program: Program) =>
    changed(program, (work) => void work.update("invoices", january, { finalizedOn: null }));
  const paid = accepted(typed(final, { status: "paid" })).program;

  test.each([
    ["open", final],
    ["paid", paid],
  ])(
    "is restored and reported, so that a payout that is %s is not made twice",
    (status, program) => {
      const after = carryOut(cleared(program), run, { kind: "daily" }, envOn("2026-02-20")).program;
      expect(recordsOf(after, "payouts").map((each) => [each.key, each.status])).toEqual([
        [payout, status],
      ]);
      expect(byKey(after, "invoices", january)).toMatchObject({
        finalizedOn: "2026-02-08",
        problems: expect.stringMatching(/^Finalized on: It has payouts, so it is final/),
      });
      expect(recordsOf(after, "activity")).toContainEqual(
        expect.objectContaining({ who: "in the sheet", what: "1 invoice typed over" }),
      );
    },
  );

  test("neither finalizes by hand nor lets a line be moved before that", () => {
    const attempt = (useCase: typeof finalizeInvoiceByHand | typeof placeRewards, on: object) =>
      refusal(() => act(cleared(final), useCase as never, on, "2026-02-20"));
    expect(attempt(finalizeInvoiceByHand, { invoice: january })).toBe("INVOICE_NOT_IN_REVIEW");
    expect(attempt(placeRewards, { to: "off its invoice", rewards: ["a"] })).toBe("REWARD_LOCKED");
  });
});

test("a run counts the invoices that it made final itself", () => {
  const opened = moneyRun(startedProgram({ rewards: [rewardRow("a", 20)] }), "2026-02-01");
  const first = carryOut(opened, run, { kind: "daily" }, envOn("2026-02-08"));
  expect(first.output).toMatchObject({ counts: { finalized: 1, payouts: 1 } });
  const env = { ...envOn("2026-02-08"), now: { day: "2026-02-08" as never, time: "10:00:00" } };
  const second = carryOut(first.program, run, { kind: "by hand" }, env);
  expect(second.output).toMatchObject({ counts: { finalized: 0 }, summary: "Nothing was due." });
  expect(recordsOf(second.program, "payouts")).toHaveLength(1);
});
