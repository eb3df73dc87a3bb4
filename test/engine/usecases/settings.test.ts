import type { Program } from "../../../src/engine/program/program";
import { changeSettings } from "../../../src/engine/usecases/program/change-settings";
import { showSettings } from "../../../src/engine/usecases/program/show-settings";
import { programOf, recordsOf } from "../../support/program";
import { settingsRows } from "../invoices/money-run";
import { typed } from "../judging/judge-on";
import { act, refusal } from "./act";

const given = (more: Readonly<Record<string, string>> = {}): Program =>
  programOf({ settings: settingsRows({ "program start": "2026-01-01", ...more }) });
const change = (program: Program, values: object) => {
  const acted = act(program, changeSettings, values, "2026-02-02");
  // The next call reads the sheet again.
  const done = { ...acted, program: typed(acted.program, {}) };
  const rows = Object.fromEntries(
    recordsOf(done.program, "settings").map(({ key, value }) => [key, value]),
  );
  return { ...done, rows, lines: recordsOf(done.program, "activity") };
};
const shown = (program: Program) =>
  Object.fromEntries(
    act(program, showSettings, {}, "2026-02-02").output.settings.map(({ name, value, problem }) => [
      name,
      problem === "" ? value : `${value}! ${problem}`,
    ]),
  );

test("the settings are shown as typed, with the default if a cell or row is blank", () => {
  expect(shown(given({ "payout day": "20", rounding: "" }))).toMatchObject({
    payoutDay: "20",
    rounding: "half away from zero",
    reviewEndsOnDay: "7",
    silenceApproves: "yes",
    paused: "no",
    minimumPayout: "",
  });
});

test("given settings are changed, in one line of Activity; the others stay", () => {
  const { rows, lines } = change(given({ "payout day": "20", "Mail Partners": "no" }), {
    payoutDay: "21",
    mailPartners: true,
    minimumPayout: "usd 50, EUR 40",
    reason: "agreed in March",
  });
  expect(rows).toEqual({
    "program start": "2026-01-01",
    "payout day": "21",
    "Mail Partners": "yes",
    "minimum payout": "USD 50.00, EUR 40.00",
  });
  expect(lines).toMatchObject([
    {
      what: "Changed 3 settings",
      who: "ann@example.com",
      from: "payout day: 20\nminimum payout: blank\nmail partners: no",
      to: "payout day: 21\nminimum payout: USD 50.00, EUR 40.00\nmail partners: yes",
      why: "agreed in March",
    },
  ]);
});

test("an equal value is left as typed and not logged: pressing twice changes nothing", () => {
  const once = change(given({ paused: "TRUE" }), { payoutDay: "15" });
  const twice = change(once.program, {
    payoutDay: "15",
    paused: true,
    rounding: "half away from zero",
  });
  expect(twice.changes.effects).toEqual([]);
  expect(twice.output.changed).toEqual([]);
});

test("a cleared setting has its default again", () => {
  const { rows, program } = change(given({ "minimum payout": "USD 50" }), {
    cleared: ["minimumPayout"],
  });
  expect(rows["minimum payout"]).toBeNull();
  expect(program.settings.minimumPayout).toEqual({});
  expect(shown(program).minimumPayout).toBe("");
});

test("contradictory settings are refused at the field, and nothing is changed", () => {
  const program = given();
  expect(refusal(() => change(program, { payoutDay: "5" }))).toBe("INPUT_INVALID payoutDay");
  expect(refusal(() => change(program, { reviewEndsOnDay: "20" }))).toBe("INPUT_INVALID payoutDay");
  expect(refusal(() => change(program, { reviewEndsOnDay: "29" }))).toBe(
    "INPUT_INVALID reviewEndsOnDay",
  );
  expect(refusal(() => change(program, { programCurrency: "XXQ" }))).toBe(
    "INPUT_INVALID programCurrency",
  );
  expect(refusal(() => change(program, { lastMonthOpened: "2026-01" }))).toBe(
    "INPUT_INVALID lastMonthOpened",
  );
});

test("a setting that can't be read is shown with its problem, and fixed in the form", () => {
  const broken = given({ "payout day": "soon", "review ends on day": "99" });
  expect(shown(broken).payoutDay).toMatch(/^soon! /);
  const { program } = change(broken, { payoutDay: "15", reviewEndsOnDay: "8" });
  expect(program.settingProblems).toEqual([]);
  expect(shown(program)).toMatchObject({ payoutDay: "15", reviewEndsOnDay: "8" });
});
