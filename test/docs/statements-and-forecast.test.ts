import { readFileSync } from "node:fs";
import { join } from "node:path";
import { forecast } from "../../src/engine/usecases/program/forecast";
import { showStatement } from "../../src/engine/usecases/statements/show-statement";
import { moneyRun, rewardRow, startedProgram } from "../engine/invoices/money-run";
import { dripRow } from "../engine/reports/forecast/drip-row";
import { act } from "../engine/usecases/act";
import { type GuideTable, tablesIn } from "./tables-in";

const guide = readFileSync(join(__dirname, "../../docs/guide/statements-and-forecast.md"), "utf8");

/** The tables of a section. */
const tablesOf = (title: string): readonly GuideTable[] =>
  tablesIn(guide.split(/^#+ /m).find((each) => each.startsWith(title)) ?? "");
const rewardsOf = (table: GuideTable = []) =>
  table.map(([key = "", amount = "", earnedOn = ""]) =>
    rewardRow(key, Number(amount), { earnedOn }),
  );

test("statements open, close and carry balances as the guide says", () => {
  const [rewards, months = []] = tablesOf("A balance that is carried");
  const days = ["02", "03", "04"].flatMap((month) => [`2026-${month}-01`, `2026-${month}-08`]);
  const program = days.reduce(moneyRun, startedProgram({ rewards: rewardsOf(rewards) }));

  expect(months).toHaveLength(3);
  for (const [month, ...figures] of months) {
    const input = { partner: "ptn_1", month };
    const { opening, lines, payouts, closing } = act(
      program,
      showStatement,
      input,
      "2026-04-09",
    ).output;
    expect([opening, lines.total, payouts.total, closing].map((each) => each.text)).toEqual(
      figures,
    );
  }
});

test("the forecast is what the guide says", () => {
  const [rewards, months = []] = tablesOf("Two rewards and a drip");
  const drips = [dripRow("drip_1", { occurrences: 3 })];
  const days = ["2026-02-01", "2026-02-08", "2026-02-20"];
  const program = days.reduce(moneyRun, startedProgram({ rewards: rewardsOf(rewards), drips }));

  const [shown] = act(program, forecast, {}, "2026-02-20").output.forecasts;

  expect(months.length).toBeGreaterThan(2);
  expect(
    shown?.rows.map(({ month, approved, pending, drips: coming }) => [
      month,
      approved,
      pending,
      coming,
    ]),
  ).toEqual(months);
});
