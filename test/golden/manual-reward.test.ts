import { listPlaces } from "../../src/engine/usecases/invoices/list-places";
import { changePartner } from "../../src/engine/usecases/people/change-partner";
import { createManualReward } from "../../src/engine/usecases/rewards/create-manual-reward";
import { setRewardStatus } from "../../src/engine/usecases/rewards/set-reward-status";
import { byKey, moneyRun, rewardRow, startedProgram } from "../engine/invoices/money-run";
import { act, refusal } from "../engine/usecases/act";
import { recordsOf } from "../support/program";

const bonus = {
  partner: "ptn_1",
  description: "Missed reward for Acme's upgrade of 3 February",
  amount: "50.00",
  customer: "cus_1",
};
const created = (output: unknown) =>
  output as { readonly kind: "created"; readonly reward: string };

/** January's USD invoice is in review from 1 to 7 February. */
const inReview = moneyRun(startedProgram({ rewards: [rewardRow("a", 20)] }), "2026-02-01");

describe("a manual reward (REWARD-13)", () => {
  test("waits for the next invoice, is never paid apart from one, and shows when it is expected", () => {
    const { program, output } = act(inReview, createManualReward, bonus, "2026-02-04");

    expect(output).toMatchObject({
      kind: "created",
      amount: { amount: 5000, currency: "USD", text: "50.00" },
      invoice: null,
      estimatedPayment: "2026-03-13",
      mailed: false,
    });
    const reward = byKey(program, "rewards", created(output).reward);
    expect(reward).toMatchObject({
      source: "manual",
      status: "pending",
      earnedOn: "2026-02-04",
      trigger: null,
      customer: "cus_1",
    });
    const opened = moneyRun(moneyRun(program, "2026-02-08"), "2026-03-01");
    expect(byKey(opened, "rewards", reward.key).invoice).toBe("inv_2026-02_USD");
  });

  test("put on the month in review, it is paid with it, whatever day it was earned", () => {
    const given = { ...bonus, invoiceMonth: "2026-01" };
    const { program, output } = act(inReview, createManualReward, given, "2026-02-04");

    expect(output).toMatchObject({ invoice: "inv_2026-01_USD", estimatedPayment: "2026-02-13" });
    expect(byKey(program, "invoices", "inv_2026-01_USD")).toMatchObject({ lines: 2, total: 7000 });
    expect(recordsOf(moneyRun(program, "2026-02-08"), "payouts")).toMatchObject([{ amount: 7000 }]);
  });

  test("if the month in review has no invoice in its currency, one is opened", () => {
    const given = { ...bonus, currency: "eur", invoiceMonth: "2026-01" };
    const { program, output } = act(inReview, createManualReward, given, "2026-02-04");

    expect(output).toMatchObject({ invoice: "inv_2026-01_EUR", estimatedPayment: "2026-02-16" });
    expect(byKey(program, "invoices", "inv_2026-01_EUR")).toMatchObject({
      reviewEndsOn: "2026-02-10",
      total: 5000,
    });
    expect(byKey(program, "invoices", "inv_2026-01_USD").total).toBe(2000);
  });

  test("a month that is not in review is refused", () => {
    const attempt = (invoiceMonth: string) =>
      refusal(() => act(inReview, createManualReward, { ...bonus, invoiceMonth }, "2026-02-04"));
    expect(attempt("2026-02")).toBe("INVOICE_NOT_IN_REVIEW");
    expect(attempt("2025-12")).toBe("INVOICE_NOT_IN_REVIEW");
  });

  test("a near-duplicate within 30 days only warns, and goes on when confirmed", () => {
    const first = act(inReview, createManualReward, bonus, "2026-02-04").program;
    const again = act(first, createManualReward, bonus, "2026-03-06");
    expect(again.output).toMatchObject({
      kind: "near-duplicate",
      duplicates: [
        {
          amount: "50.00",
          earnedOn: "2026-02-04",
          status: "pending",
          estimatedPaymentOn: "2026-03-13",
        },
      ],
    });
    expect(recordsOf(again.program, "rewards")).toHaveLength(2);

    const confirmed = act(first, createManualReward, { ...bonus, confirmed: "yes" }, "2026-03-06");
    expect(confirmed.output.kind).toBe("created");
    expect(act(first, createManualReward, bonus, "2026-03-07").output.kind).toBe("created");
    const other = { ...bonus, amount: "50.01" };
    expect(act(first, createManualReward, other, "2026-02-05").output.kind).toBe("created");
  });

  test.each([
    ["of another customer", { customer: "" }],
    ["of another partner", { partner: "ptn_2", customer: "" }],
    ["in another currency", { currency: "EUR" }],
    ["earned 31 days before it", { earnedOn: "2026-01-04" }],
  ])("one %s is no near-duplicate", (_, other) => {
    const first = act(inReview, createManualReward, bonus, "2026-02-04").program;
    const again = act(first, createManualReward, { ...bonus, ...other }, "2026-02-05");
    expect(again.output.kind).toBe("created");
  });

  test("a declined reward is no near-duplicate", () => {
    const first = act(inReview, createManualReward, bonus, "2026-02-04");
    const rewards = [created(first.output).reward];
    const declining = { rewards, status: "declined", reason: "twice" };
    const { program } = act(first.program, setRewardStatus, declining, "2026-02-04");
    expect(act(program, createManualReward, bonus, "2026-02-05").output.kind).toBe("created");
  });

  test.each([
    ["clawback", "12.50"],
    ["bonus", "-12.50"],
    ["missed reward", "-1"],
    ["correction", "0"],
  ])("as a %s is refused an amount of %s", (reason, amount) => {
    const given = { ...bonus, reason, amount };
    expect(refusal(() => act(inReview, createManualReward, given, "2026-02-04"))).toBe(
      "INPUT_INVALID amount",
    );
  });

  test("may be back-dated and negative, with its reason recorded in Activity", () => {
    const given = { ...bonus, amount: "-12.50", earnedOn: "2026-01-20", reason: "clawback" };
    const { program, output } = act(inReview, createManualReward, given, "2026-02-04");

    const { reward } = created(output);
    expect(byKey(program, "rewards", reward)).toMatchObject({
      amount: -1250,
      earnedOn: "2026-01-20",
    });
    expect(recordsOf(program, "activity")).toMatchObject([
      {
        who: "ann@example.com",
        what: expect.stringMatching(/^Made a manual reward: ./),
        record: reward,
        why: `clawback: ${bonus.description}`,
      },
    ]);
  });

  test("refuses invalid input, naming the field", () => {
    const attempt = (more: object) =>
      refusal(() => act(inReview, createManualReward, { ...bonus, ...more }, "2026-02-04"));
    expect(attempt({ partner: "ptn_9" })).toBe("PARTNER_UNKNOWN");
    expect(attempt({ customer: "cus_9" })).toBe("CUSTOMER_UNKNOWN");
    expect(attempt({ partner: "ptn_2" })).toBe("CUSTOMER_NOT_OF_PARTNER");
    expect(attempt({ amount: "0" })).toBe("INPUT_INVALID amount");
    expect(attempt({ amount: "1.234" })).toBe("INPUT_INVALID amount");
    expect(attempt({ description: " " })).toBe("INPUT_INVALID description");
    expect(attempt({ currency: "XYZ1" })).toBe("INPUT_INVALID currency");
  });

  test("nothing is made for a test partner", () => {
    const program = startedProgram({ partners: [{ key: "ptn_1", name: "Test", test: "yes" }] });
    const given = { ...bonus, customer: "" };
    expect(refusal(() => act(program, createManualReward, given, "2026-02-04"))).toBe(
      "PARTNER_IS_TEST",
    );
  });

  test("mails the partner where the form's own tick is set, whatever the setting says; it starts empty (MAIL-1)", () => {
    for (const setting of ["yes", "no"]) {
      const program = startedProgram({}, { "mail partners": setting });
      const mailsOf = (given: object) =>
        act(program, createManualReward, given, "2026-02-04").changes.effects.filter(
          ({ kind }) => kind === "email",
        );
      expect(mailsOf(bonus)).toEqual([]);
      expect(mailsOf({ ...bonus, mailPartner: "no" })).toEqual([]);
      expect(mailsOf({ ...bonus, mailPartner: "yes" })).toHaveLength(1);
    }
  });

  test("a partner who wants statements only, or no mails, is mailed of none, whatever is ticked (MAIL-1, PARTNER-6f)", () => {
    const given = { ...bonus, mailPartner: "yes" };
    for (const mails of ["statements only", "none"]) {
      const { program } = act(inReview, changePartner, { partner: "ptn_1", mails }, "2026-02-04");
      const attempt = () => act(program, createManualReward, given, "2026-02-04");
      expect(refusal(attempt)).toBe("INPUT_INVALID mailPartner");
    }
  });

  test("the mail has the estimated payment date", () => {
    const given = { ...bonus, mailPartner: "yes" };
    const { output, changes } = act(inReview, createManualReward, given, "2026-02-04");

    const { reward } = created(output);
    const mails = changes.effects.filter(({ kind }) => kind === "email");
    expect(mails).toMatchObject([
      {
        key: `mail_${reward}`,
        to: "ada@reyes.example",
        subject: "Partner program: a reward of 50.00 USD",
      },
    ]);
    expect(mails[0]).toMatchObject({
      body: expect.stringContaining("Estimated payment: 2026-03-13"),
    });
  });
});

describe("the places for a manual reward (REWARD-13)", () => {
  test("are the next invoice, then those in review, newest first, each with its payment date", () => {
    const missed = moneyRun(
      startedProgram({
        rewards: [rewardRow("a", 20), rewardRow("b", 30, { earnedOn: "2026-02-15" })],
      }),
      "2026-03-09",
    );
    expect(act(missed, listPlaces, {}, "2026-03-10").output.places).toEqual([
      { month: null, estimatedPayment: "2026-04-13" },
      { month: "2026-02", estimatedPayment: "2026-03-21" },
      { month: "2026-01", estimatedPayment: "2026-03-21" },
    ]);
  });
});
