import { titleOf } from "../../src/ui/rewards/title";

const plain = (text: string) => text.replace(/\u00a0/g, " ");

describe("the title of a reward", () => {
  test("says first which occurrence of a drip it is, whatever is cut off after that", () => {
    expect(plain(titleOf("Harbor Tea", "50.00 for each month (12 of 12)"))).toBe(
      "12 of 12 · Harbor Tea · 50.00 for each month",
    );
    expect(plain(titleOf("", "Drip (1 of 3) (2 of 12)"))).toBe("2 of 12 · Drip (1 of 3)");
  });

  test("is the customer and what it is for, if it belongs to no drip", () => {
    expect(plain(titleOf("Harbor Tea", "20 % of each sale"))).toBe(
      "Harbor Tea · 20 % of each sale",
    );
    expect(titleOf("", "(all of it)")).toBe("(all of it)");
    expect(titleOf("", "")).toBe("");
  });

  test("wraps before a dot, never after it", () => {
    expect(titleOf("Harbor Tea", "Thanks")).toBe("Harbor Tea ·\u00a0Thanks");
  });
});
