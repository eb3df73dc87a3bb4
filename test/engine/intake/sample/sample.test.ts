import { createSample } from "../../../../src/engine/intake/sample";
import { day } from "../../../../src/engine/kernel/day";

const sample = createSample({ until: day("2026-11-20") });

describe("the sample program", () => {
  test("has at least 40 partners in 3 groups, 400 customers and 3,000 transactions in 3 currencies", () => {
    expect(sample.partners?.length).toBeGreaterThanOrEqual(40);
    expect(new Set(sample.partners?.map(({ group }) => group)).size).toBe(3);
    expect(sample.customers?.length).toBeGreaterThanOrEqual(400);
    expect(sample.transactions?.length).toBeGreaterThanOrEqual(3000);
    expect(new Set(sample.transactions?.map(({ currency }) => currency))).toEqual(
      new Set(["USD", "EUR", "JPY"]),
    );
  });

  test("spans eighteen months", () => {
    const days = (sample.transactions ?? []).flatMap(({ date }) =>
      typeof date === "object" ? [date.day] : [],
    );
    expect([...days].sort()[0]?.slice(0, 7)).toBe("2025-05");
    expect([...days].sort().pop()?.slice(0, 7)).toBe("2026-11");
  });

  test("has the irregularities of real sheets", () => {
    const keys = (sample.transactions ?? []).map(({ key }) => key);
    expect(new Set(keys).size).toBeLessThan(keys.length);
    expect(sample.transactions?.some(({ amount }) => typeof amount === "string")).toBe(true);
    expect(sample.transactions?.some(({ date }) => typeof date === "string")).toBe(true);
    expect(sample.transactions?.some(({ refundOf }) => refundOf !== undefined)).toBe(true);
    expect(sample.customers?.some(({ status }) => status === "archived")).toBe(true);
    expect(sample.customers?.some(({ partner }) => partner === "ptn_999")).toBe(true);
  });

  test("is the same for the same seed and another for another", () => {
    expect(createSample({ until: day("2026-11-20") })).toEqual(sample);
    expect(createSample({ until: day("2026-11-20"), seed: 7 })).not.toEqual(sample);
  });
});
