import { skipOccurrence } from "../../../../src/engine/usecases/drips/skip-occurrence";
import { runOn } from "../../../support/run-on";
import { act, refusal } from "../act";
import { actsOf, dripProgram, madeOf, shownOf } from "../drip-program";

const started = runOn(dripProgram(), "2026-02-20");
const skip = (program: typeof started, occurrence: number, today: string, undo = false) =>
  act(program, skipOccurrence, { drip: "d", occurrence, undo }, today);
const skipped = skip(started, 3, "2026-02-20").program;

test("the next occurrence is forfeited, and the other dates don't shift", () => {
  expect(shownOf(skipped)).toEqual({
    status: "Created",
    issued: 2,
    toCome: 6000,
    lost: 2000,
    nextDate: "2026-04-15",
  });
  expect(madeOf(runOn(skipped, "2026-07-01")).map((line) => line.slice(0, 13))).toEqual([
    "1: 2026-01-15",
    "2: 2026-02-15",
    "4: 2026-04-15",
    "5: 2026-05-15",
    "6: 2026-06-15",
  ]);
  expect(actsOf(skipped)).toEqual([
    "Skip occurrence | d | next on 2026-03-15 | 3 of 6, due 2026-03-15, is skipped",
  ]);
});

test("pressed twice, it is skipped once", () => {
  expect(skip(skipped, 3, "2026-02-20").changes.effects).toEqual([]);
});

test("until its day is past it can be made after all", () => {
  const back = skip(skipped, 3, "2026-03-15", true).program;
  expect(shownOf(back)).toMatchObject({ toCome: 8000, lost: 0, nextDate: "2026-03-15" });
  expect(refusal(() => skip(skipped, 3, "2026-03-16", true))).toBe("OCCURRENCE_PAST");
  expect(refusal(() => skip(runOn(skipped, "2026-03-15"), 3, "2026-03-15", true))).toBe(
    "OCCURRENCE_PAST",
  );
});

test("one that is not the next, or was made, is not skipped", () => {
  expect(refusal(() => skip(started, 4, "2026-02-20"))).toBe("OCCURRENCE_NOT_NEXT");
  expect(refusal(() => skip(started, 2, "2026-02-20"))).toBe("OCCURRENCE_MADE");
  expect(refusal(() => skip(started, 3, "2026-03-16"))).toBe("OCCURRENCE_MADE");
  expect(refusal(() => skip(started, 7, "2026-02-20"))).toBe("OCCURRENCE_NOT_NEXT");
});

test("a drip whose last occurrence is skipped is Complete once its day has come and the rest is settled", () => {
  const two = runOn(dripProgram({ occurrences: 2 }), "2026-01-20");
  const without = skip(two, 2, "2026-01-20").program;
  expect(shownOf(without)).toMatchObject({ status: "Created", nextDate: null, lost: 2000 });
  expect(shownOf(runOn(without, "2026-02-15"))).toMatchObject({ status: "Created", issued: 1 });
});
