import { endDripByHand } from "../../../../src/engine/usecases/drips/end-drip";
import { listDrips } from "../../../../src/engine/usecases/drips/list-drips";
import { showDrip } from "../../../../src/engine/usecases/drips/show-drip";
import { skipOccurrence } from "../../../../src/engine/usecases/drips/skip-occurrence";
import { setRewardStatus } from "../../../../src/engine/usecases/rewards/set-reward-status";
import { runOn } from "../../../support/run-on";
import { act } from "../act";
import { dripProgram, dripRow } from "../drip-program";

const declining = { rewards: ["d#2"], status: "declined", reason: "wrong" };
const declined = act(
  runOn(dripProgram({ delay: 1 }), "2026-03-20"),
  setRewardStatus,
  declining,
  "2026-03-20",
).program;
const skipped = act(declined, skipOccurrence, { drip: "d", occurrence: 3 }, "2026-03-20").program;
const given = { drips: ["d"], on: "2026-05-31", reason: "notice", confirmed: true };
const noticed = act(skipped, endDripByHand, given, "2026-03-20").program;

test("the timeline says of each occurrence its date, amount, status, running total and payment date", () => {
  const { said: output } = act(noticed, showDrip, { drip: "d" }, "2026-03-20");
  expect(
    output.occurrenceLines.rows.map(({ k, due, amount, status, running, estimatedPayment }) => [
      k,
      due,
      amount.text,
      status,
      running.text,
      estimatedPayment,
    ]),
  ).toEqual([
    [1, "2026-02-15", "20.00", "pending", "20.00", "2026-04-01"],
    [2, "2026-03-15", "20.00", "declined", "20.00", null],
    [3, "2026-04-15", "20.00", "skipped", "20.00", null],
    [4, "2026-05-15", "20.00", "to come", "40.00", "2026-06-13"],
    [5, "2026-06-15", "20.00", "lost", "40.00", null],
    [6, "2026-07-15", "20.00", "lost", "40.00", null],
  ]);
  expect(output).toMatchObject({
    terms: "20.00 USD × 6, first after 1 month, every month",
    promised: { text: "120.00" },
    made: { text: "40.00" },
    toCome: "20.00",
    lost: "60.00",
    lostOccurrences: 3,
    endReason: "notice",
    canPause: true,
    canWithdraw: true,
    canContinue: false,
  });
  expect(output.occurrenceLines.rows.filter(({ isNext }) => isNext).map(({ k }) => k)).toEqual([4]);
});

test("a drip of 600 occurrences is paged, and a page is small", () => {
  const long = runOn(dripProgram({ occurrences: 600, cycleUnit: "days" }), "2026-01-20");
  const { said: output } = act(long, showDrip, { drip: "d", page: 12 }, "2026-01-20");
  expect(output.occurrenceLines).toMatchObject({ page: 12, pages: 12, total: 600 });
  expect(output.occurrenceLines.rows[49]?.running.text).toBe("12000.00");
  expect(JSON.stringify(output).length).toBeLessThan(25_000);
});

test("a limit per reward cuts future occurrences, and the cut is lost", () => {
  const cut = { limitPerReward: 15, limitCurrency: "USD" };
  const { said: output } = act(
    runOn(dripProgram(cut), "2026-01-20"),
    showDrip,
    { drip: "d" },
    "2026-01-20",
  );
  expect(output).toMatchObject({ toCome: "75.00", lost: "30.00", made: { text: "15.00" } });
});

test("a limit per month is known as each reward is made, and what it cut is lost", () => {
  const cut = { limitPerMonth: 30, limitCurrency: "USD", trigger: "t", occurrences: 3, cycle: 1 };
  const twice = [dripRow("d", cut), dripRow("e", cut)];
  const { said: output } = act(
    runOn(dripProgram({}, { drips: twice }), "2026-01-20"),
    showDrip,
    { drip: "e" },
    "2026-01-20",
  );
  expect(output).toMatchObject({
    promised: { text: "60.00" },
    made: { text: "10.00" },
    toCome: "40.00",
    lost: "10.00",
  });
});

test("drips are listed by next date, by partner or by start, and found by any name without accents", () => {
  const drips = [
    dripRow("a", { eventDate: "2026-01-20" }),
    dripRow("b", { partner: "ptn_2", customer: "", eventDate: "2026-01-10" }),
    dripRow("c", { eventDate: "2026-01-18" }),
  ];
  const program = runOn(dripProgram({}, { drips }), "2026-01-25");
  const keys = (asked: object) =>
    act(program, listDrips, asked, "2026-01-25").output.rows.map(({ key }) => key);
  expect(keys({})).toEqual(["b", "c", "a"]);
  expect(keys({ sort: "partner" })).toEqual(["a", "c", "b"]);
  expect(keys({ sort: "started last" })).toEqual(["a", "c", "b"]);
  expect(keys({ search: " ÁDA" })).toEqual(["c", "a"]);
  expect(keys({ partner: "ptn_2" })).toEqual(["b"]);
  expect(keys({ status: "Complete" })).toEqual([]);
});

test("a page of drips with the longest texts stays under 100 kB, of however many", () => {
  const drips = Array.from({ length: 3_000 }, (_, i) =>
    dripRow(`${"d".repeat(240)}${i}`, { description: "ü".repeat(5_000), issued: 6 }),
  );
  const { said: output } = act(
    dripProgram({}, { drips }),
    listDrips,
    { search: "ada" },
    "2026-01-25",
  );
  expect(output).toMatchObject({ total: 3_000, pages: 60 });
  expect(Buffer.byteLength(JSON.stringify(output))).toBeLessThan(100_000);
});

test.each([
  ["no limit", {}, "2026-06-13"],
  ["a limit in its own currency", { limitCurrency: "USD", limitPerReward: 50 }, "2026-06-13"],
  ["a limit in another, which will hold it", { limitCurrency: "EUR", limitPerReward: 50 }, null],
  ["a doubt, which will hold it", { heldReason: "possible self-referral" }, null],
])("with %s an occurrence to come shows its estimated payment so", (_, cells, expected) => {
  const { said: output } = act(
    runOn(dripProgram(cells), "2026-03-20"),
    showDrip,
    { drip: "d" },
    "2026-03-20",
  );
  const [, , , , fifth] = output.occurrenceLines.rows;
  expect(fifth).toMatchObject({ due: "2026-05-15", estimatedPayment: expected });
});
