import fc from "fast-check";
import { begin } from "../../../../src/engine/program/work";
import { partnerPages } from "../../../../src/engine/reports/page/partner-page";
import { anySign } from "../../../support/any-sign";
import { programOf } from "../../../support/program";
import { moneyRun, rewardRow, startedProgram } from "../../invoices/money-run";

const pageOf = (rewards: Parameters<typeof startedProgram>[0]) => {
  const program = moneyRun(startedProgram(rewards), "2026-02-01");
  return partnerPages(begin(program)).get("ptn_1");
};

describe("the rewards on a partner's page (PARTNER-1)", () => {
  test("a declined one is shown with its reason, a line that adjusts nothing is not", () => {
    const shown = pageOf({
      rewards: [
        rewardRow("a", 20, { status: "declined", reason: "not theirs" }),
        rewardRow("b", 30),
        rewardRow("c", 0, { status: "declined", source: "adjustment", adjusts: "b" }),
      ],
    });
    expect(
      shown?.page.rewards.map(({ amount, status, reason }) => [amount, status, reason]),
    ).toEqual([
      [3000, "pending", undefined],
      [2000, "declined", "not theirs"],
    ]);
  });

  test("those of an earlier year stand apart, and the balance counts all of them", () => {
    const shown = pageOf({
      rewards: [
        rewardRow("a", 20, { earnedOn: "2025-11-10" }),
        rewardRow("b", 30, { earnedOn: "2026-01-10" }),
      ],
    });
    expect(shown?.page.rewards.map(({ amount }) => amount)).toEqual([3000]);
    expect(shown?.older.map(({ year, rewards }) => [year, rewards.length])).toEqual([[2025, 1]]);
    expect(shown?.page.balances).toMatchObject([{ currency: "USD", owed: 5000, pending: 5000 }]);
  });
});

test("the last statement on a partner's page is of the last month that says anything, also months later (PARTNER-1)", () => {
  let program = startedProgram({
    rewards: [
      rewardRow("a", 20),
      rewardRow("b", 30, { partner: "ptn_2", earnedOn: "2026-02-10" }),
      rewardRow("c", 40, { partner: "ptn_2", earnedOn: "2026-03-10" }),
    ],
  });
  const last = () => {
    const pages = partnerPages(begin(program));
    return ["ptn_1", "ptn_2"].map((key) => pages.get(key)?.page.statements?.[0]?.month);
  };
  const seen = [
    "2026-02-01",
    "2026-02-08",
    "2026-03-01",
    "2026-03-08",
    "2026-04-01",
    "2026-04-08",
  ].map((on) => {
    program = moneyRun(program, on);
    return last();
  });
  expect(seen).toEqual([
    [undefined, undefined],
    ["2026-01", undefined],
    ["2026-01", undefined],
    ["2026-01", "2026-02"],
    ["2026-01", "2026-02"],
    ["2026-01", "2026-03"],
  ]);
});

describe("the codes on a partner's page (PARTNER-1)", () => {
  const codesOf = (partner: object, settings: readonly object[] = []) => {
    const program = programOf({
      settings: [{ key: "lived until", value: "2026-02-01" }, ...settings] as never,
      partners: [{ key: "sam", name: "Sam", ...partner }],
    });
    return partnerPages(begin(program)).get("sam")?.page.codes;
  };
  const link = { key: "link with code", value: "https://shop.example/?code={code}#{code}" };

  test("are those that find sales, with the last day and the team's link", () => {
    expect(codesOf({ codes: "SAM10, 5 % off" })).toEqual([{ code: "SAM10" }, { code: "5 % off" }]);
    expect(codesOf({ codes: "5 % off", codesUntil: "2026-02-01" }, [link])).toEqual([
      {
        code: "5 % off",
        link: "https://shop.example/?code=5%20%25%20off#5%20%25%20off",
        until: "2026-02-01",
      },
    ]);
    expect(codesOf({ codes: "SAM10", codesUntil: "2026-01-31" })).toEqual([]);
    expect(codesOf({ codes: "" })).toEqual([]);
  });

  test("whatever signs a code has, its link is one address of the team's site", () => {
    const address = /^https:\/\/shop\.example\/\?code=[\w%.!~*'()-]*#[\w%.!~*'()-]*$/;
    fc.assert(
      fc.property(fc.string({ unit: anySign, minLength: 1 }), (code) => {
        for (const each of codesOf({ codes: `x${code}` }, [link]) ?? []) {
          expect(each.link).toMatch(address);
        }
      }),
    );
    expect(codesOf({ codes: "a\ud800b" }, [link])?.[0]?.link).toBe(
      "https://shop.example/?code=ab#ab",
    );
  });

  test.each([
    "javascript:alert('{code}')",
    "http://shop.example/{code}",
    "https://shop.example/",
    "https:///{code}",
  ])("a setting %s is refused: a link of https with {code} in it is wanted", (value) => {
    const program = programOf({ settings: [{ key: "link with code", value }] });
    expect(program.settingProblems).toHaveLength(1);
  });
});
