import { readFileSync } from "node:fs";
import { join } from "node:path";
import { rewardStatuses } from "../../src/engine/kernel/vocabulary";
import type { Program } from "../../src/engine/program/program";
import { movesFrom } from "../../src/engine/rewards/status-moves";
import { createManualReward } from "../../src/engine/usecases/rewards/create-manual-reward";
import { decisionNames, decisions } from "../../src/ui/review/decision-words";
import { sale, trigger, withRow } from "../edge-cases/daily";
import {
  byKey,
  finalJanuary as final,
  rewardRow,
  startedProgram,
} from "../engine/invoices/money-run";
import { act, refusal } from "../engine/usecases/act";
import { recordsOf } from "../support/program";
import { runOn } from "../support/run-on";

const guide = readFileSync(join(__dirname, "../../docs/guide/reviewing-rewards.md"), "utf8");

/** The rows of the table whose header begins so, as texts. */
function table(header: string): readonly (readonly string[])[] {
  const lines = guide.split("\n");
  const from = lines.findIndex((line) => line.startsWith(`| ${header} |`));
  if (from < 0) throw new Error(`The guide has no table “${header}”`);
  const rest = lines.slice(from + 2);
  const rows = rest.slice(
    0,
    rest.findIndex((line) => !line.startsWith("|")),
  );
  return rows.map((line) => line.slice(2, -2).split(" | "));
}

describe("the guide's chapter on reviewing rewards", () => {
  test("names the keys of the review", () => {
    const keys = table("key in the list").map(([key]) => key);
    expect(keys.slice(2).sort()).toEqual(
      decisionNames.map((status) => decisions[status].key).sort(),
    );
  });

  test.each(table("from"))("says what %s may become", (from = "", to) => {
    const status = rewardStatuses.find((each) => each === from);
    const moves = status && movesFrom({ status, source: "manual", decidedBy: null });
    expect(moves && (moves.join(", ") || "nothing")).toBe(to);
  });

  test.each(table("earned on"))("says when a reward earned on %s is paid", (on = "", _, paid) => {
    const program = runOn(startedProgram({ rewards: [rewardRow("a", 20, { earnedOn: on })] }), on);
    expect(byKey(program, "rewards", "a").estimatedPayment).toBe(paid);
  });

  test.each(table("reason"))("says which amounts a %s takes", (reason = "", amounts = "") => {
    const takes = (amount: string) => {
      const given = { partner: "ptn_1", description: "For the demo", reason, amount };
      const attempt = () => act(startedProgram(), createManualReward, given, "2026-02-04");
      return refusal(attempt) === "not refused";
    };
    const expected: Readonly<Record<string, readonly boolean[]>> = {
      "more than 0": [true, false],
      "less than 0": [false, true],
      either: [true, true],
    };
    expect([takes("5"), takes("-5")]).toEqual(expected[amounts]);
  });
});

describe("typing over cells works as the guide says", () => {
  const cells: Readonly<Record<string, Readonly<Record<string, string | number>>>> = {
    "another amount": { amount: 25 },
    "a status that is allowed, with its reason": { status: "held", reason: "ask Ada" },
    "held or declined without a reason": { status: "declined" },
    paid: { status: "paid" },
    "another partner": { partner: "ptn_2" },
    "another currency": { currency: "EUR" },
  };
  const answer = (typed: Readonly<Record<string, string | number>>, isFinal: boolean) => {
    const on = isFinal ? { invoice: final.key } : { earnedOn: "2026-02-05" };
    const row = { ...rewardRow("a", 20, on), acceptedFor: "a | USD ptn_1", ...typed };
    const given = { rewards: [row], invoices: isFinal ? [final] : [] };
    const after = runOn(startedProgram(given, { "last month opened": "2026-01" }), "2026-02-09");
    const now = byKey(after, "rewards", "a");
    const offered = recordsOf(after, "rewards").some(({ adjusts }) => adjusts === "a");
    const { amount, status, partner, currency, calculated } = now;
    const asBefore = amount === 2000 && partner === "ptn_1" && currency === "USD";
    if (asBefore && (status === "pending" || status === "approved")) {
      return offered ? "put back, the difference proposed" : "put back";
    }
    return calculated === null ? "accepted" : "accepted, the calculated one kept beside it";
  };

  test.each(table("typed"))("%s", (what = "", before = "", after = "") => {
    const typed = cells[what];
    if (!typed) throw new Error(`No cells for “${what}”`);
    expect([answer(typed, false), answer(typed, true)]).toEqual([before, after]);
  });
});

describe("refunds work as the guide says", () => {
  const judged = runOn(
    startedProgram({
      triggers: [trigger("flat", { amount: 50 }), trigger("rate", { percent: "20" })],
      transactions: [sale("a", 100)],
    }),
    "2026-01-10",
  );
  const final = runOn(judged, "2026-02-01", "2026-02-08");
  const refunded = (program: Program, amounts: string, on: string) => {
    const rows = amounts.split(" and ").map((amount, at) => ({
      ...sale(`r${at}`, Number(amount), { date: on }),
      refundOf: "a",
    }));
    return runOn(rows.reduce(withRow, program), on);
  };
  const shown = (program: Program, key: string) => {
    const found = recordsOf(program, "rewards").find((each) => each.key === key);
    return found ? `${(found.amount / 100).toFixed(2)} ${found.status}` : "none";
  };

  test.each(table("given back | flat"))(
    "%s before the invoice is final",
    (amounts = "", ...expected) => {
      const after = refunded(judged, amounts, "2026-01-12");
      expect([shown(after, "a/flat"), shown(after, "a/rate")]).toEqual(expected);
    },
  );

  test.each(table("given back | for the flat one"))("%s after it", (amounts = "", ...expected) => {
    const after = refunded(final, amounts, "2026-02-09");
    expect([shown(after, "adj_1*a/flat"), shown(after, "adj_1*a/rate")]).toEqual(expected);
    expect(shown(after, "a/flat")).toBe("50.00 approved");
  });
});
