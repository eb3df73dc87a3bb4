import { begin } from "../../../../src/engine/program/work";
import { createNews } from "../../../../src/engine/reports/notices/partner-news";
import { writeTold } from "../../../../src/engine/reports/notices/told";
import { programOf } from "../../../support/program";
import { dripRow } from "../../usecases/drip-program";

/** A cell holds so many characters (PLATFORM-40). */
const CELL = 50_000;

test("what a partner with thousands of rewards and running drips was told fits a cell (PARTNER-6a)", () => {
  const drips = Array.from({ length: 3_000 }, (_, i) => dripRow(`d${i}`, { status: "Created" }));
  const rewards = Array.from({ length: 2_500 }, (_, i) => ({
    key: `r${i}`,
    partner: "ptn_1",
    earnedOn: "2026-01-15",
    status: "pending",
    amount: 12_345_678.9,
    currency: "USD",
    source: "manual",
    description: "Bonus",
  }));
  const program = programOf({
    settings: [{ key: "program start", value: "2026-01-01" }],
    partners: [{ key: "ptn_1", name: "Ann", email: "ann@shop.test" }],
    customers: [{ key: "cus_1", name: "Jo", partner: "ptn_1", createdOn: "2026-01-02" }],
    drips,
    rewards,
  });
  const { now } = createNews(begin(program))("ptn_1", null);

  expect(now.rewards.size).toBe(2_400);
  expect([...now.marks].filter((mark) => mark.startsWith("d"))).toHaveLength(500);
  expect(writeTold(now).length).toBeLessThan(CELL);
});
