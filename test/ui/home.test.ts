import type { Output } from "../../src/engine/contract/contract";
import type { Day, Month } from "../../src/engine/kernel/day";
import type { Currency } from "../../src/engine/kernel/money";
import { attentionOf } from "../../src/ui/home/attention";
import { warningOf } from "../../src/ui/home/schedule-warning";

const calm: Output<"home"> = {
  programName: "Acme",
  paused: false,
  isSetUp: true,
  asOf: { day: "2026-11-05" as Day, time: "09:00:00" },
  isNew: false,
  problems: [],
  moreProblems: 0,
  nothing: { noPartner: 0, beforeStart: 0, noTrigger: 0 },
  hasRefused: false,
  health: 0,
  applications: 0,
  held: 0,
  toReview: 0,
  inReview: [],
  moreInReview: 0,
  overdue: [],
  moreOverdue: 0,
  runningDrips: 0,
  owed: [],
  lastRun: null,
};
const invoice = (key: string, daysLeft: number): Output<"home">["inReview"][number] => ({
  key,
  month: "2026-10" as Month,
  currency: "USD" as Currency,
  total: "1.00",
  lines: 1,
  reviewEndsOn: "2026-11-07" as Day,
  daysLeft,
  paused: false,
});

const late: Output<"home">["overdue"][number] = {
  key: "",
  month: "2026-08" as Month,
  currency: "USD" as Currency,
  payouts: 2,
  amount: "5.00",
  since: "2026-09-15" as Day,
};

describe("what needs attention", () => {
  test("is nothing on a calm day", () => {
    expect(attentionOf(calm, false)).toEqual([]);
  });

  test("comes in its order: bad cells, overdue payouts, held rewards, the invoice that ends first, missed runs, health, what to review", () => {
    const home = {
      ...calm,
      problems: [{ table: "Transactions", row: "trx_1", column: "Amount", message: "No number." }],
      moreProblems: 4,
      health: 3,
      held: 2,
      toReview: 9,
      inReview: [invoice("2026-10 USD", 5), invoice("2026-09 EUR", 1)],
      overdue: [{ ...late, key: "2026-08 USD" }],
      moreOverdue: 1,
    };
    const items = attentionOf(home, true).map((item) =>
      item.kind === "invoice" || item.kind === "overdue"
        ? item.invoice.key
        : "count" in item
          ? `${item.kind} ${item.count}`
          : item.kind,
    );
    expect(items).toEqual([
      "problems 5",
      "2026-08 USD",
      "more overdue 1",
      "held 2",
      "2026-09 EUR",
      "2026-10 USD",
      "missed runs",
      "health 3",
      "to review 9",
    ]);
  });
});

describe("the schedule", () => {
  const fine: Output<"schedule-status"> = {
    owner: "mia@acme.example",
    you: "tom@acme.example",
    timeZone: "Europe/Berlin",
    hoursSinceClockRun: 3,
    isStale: false,
    hasTwoOwners: false,
    isTestCopy: false,
    isUndecidedCopy: false,
  };
  const warning = (change: Partial<typeof fine>) =>
    warningOf({ ...fine, ...change }, (hours) => `${hours} hours`);

  test("says nothing while it runs", () => {
    expect(warning({})).toBeUndefined();
  });

  test("warns when nobody owns it, but not in a test copy", () => {
    expect(warning({ owner: "" })).toMatch(/Nobody owns the schedule/);
    expect(warning({ owner: "", isTestCopy: true })).toBeUndefined();
  });

  test("warns when it has not run for long, with how long and whose it is", () => {
    expect(warning({ isStale: true, hoursSinceClockRun: 31.4 })).toMatch(
      /mia@acme\.example has not run for 31 hours/,
    );
  });

  test("warns when it was installed long ago and has never run", () => {
    expect(warning({ isStale: true, hoursSinceClockRun: null })).toBe(
      "The schedule of mia@acme.example has never run. Install it again, or ask them to.",
    );
    expect(warning({ hoursSinceClockRun: null })).toBeUndefined();
  });

  test("warns first of all when two own it", () => {
    expect(warning({ hasTwoOwners: true, isStale: true })).toMatch(/Two people own/);
  });
});
