import { partnerFigures } from "../../../../src/engine/usecases/people/partner-figures";
import { showPartner } from "../../../../src/engine/usecases/people/show-partner";
import { firstHour } from "../../../../src/engine/usecases/program/first-hour";
import { wordsInUse } from "../../../../src/engine/usecases/program/words-in-use";
import { recordsOf } from "../../../support/program";
import { rewardRow, startedProgram } from "../../invoices/money-run";
import { act } from "../act";

const TODAY = "2026-02-03";
const sale = (key: string, partner: string, date: string, more: object = {}) => ({
  key,
  customer: "cus_1",
  partner,
  date,
  amount: 10,
  judged: `${key} | 2026-02-01 | #1 |`,
  ...more,
});
const program = startedProgram({
  rewards: [
    rewardRow("a", 20),
    rewardRow("b", 30.5, { status: "approved", partner: "ptn_2" }),
    rewardRow("c", 40, { status: "held", reason: "late event" }),
    rewardRow("d", -5, { partner: "ptn_2" }),
    rewardRow("e", 7, { currency: "EUR", accepted: "pending 7.00" }),
    rewardRow("f", 99, { status: "declined", reason: "no" }),
  ],
  transactions: [
    sale("s1", "ptn_1", "2026-01-03"),
    sale("s2", "ptn_1", "2026-01-20"),
    sale("s3", "ptn_1", "2026-01-25", { amount: -10, refundOf: "s2" }),
  ],
});

describe("what the list of partners says (STATEMENT-7a)", () => {
  test("what each is owed is what the partner's own screen says, and the last sale is no refund", () => {
    const { partners, next } = act(program, partnerFigures, {}, TODAY).output;
    expect(next).toBeNull();
    expect(partners.find(([key]) => key === "ptn_1")?.[1]).toBe("2026-01-20");
    for (const { key } of recordsOf(program, "partners")) {
      const { balances } = act(program, showPartner, { partner: key }, TODAY).output;
      const owed = new Map(partners.find(([of]) => of === key)?.[2].map(([a, c]) => [c, a]));
      for (const { currency, owed: shown } of balances) {
        expect([key, currency, owed.get(currency) ?? shown]).toEqual([key, currency, shown]);
        if (Number(shown) !== 0) expect(owed.has(currency)).toBe(true);
      }
    }
  });

  test("comes in pages by key", () => {
    const after = act(program, partnerFigures, { after: "ptn_1" }, TODAY).output.partners;
    expect(after.map(([key]) => key)).toEqual(["ptn_2"]);
  });
});

test("the first steps count what is there, and name the first reward (RUN-21)", () => {
  const { partners, sales, activeTriggers, reward } = act(program, firstHour, {}, TODAY).output;
  expect({ sales, activeTriggers }).toEqual({ sales: 2, activeTriggers: 0 });
  expect(partners).toBe(recordsOf(program, "partners").length);
  expect(reward).toMatchObject({ currency: "USD" });
});

test("currencies and groups in use come with the program's currency first", () => {
  const { currencies, groups } = act(program, wordsInUse, {}, TODAY).output;
  expect(currencies[0]).toBe("USD");
  expect(groups).toEqual([...groups].sort());
});
