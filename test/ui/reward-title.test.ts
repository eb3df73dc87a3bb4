import { titleOf } from "../../src/ui/rewards/title";

const plain = (text: string) => text.replace(/\u00a0/g, " ");
const title = (customerName: string, description: string, k?: number, n?: number) =>
  titleOf({ customerName, description, part: k && n ? { k, n } : null });

describe("the title of a reward", () => {
  test("says first which occurrence of a drip it is, whatever is cut off after that", () => {
    expect(plain(title("Harbor Tea", "50.00 for each month", 12, 12))).toBe(
      "12 of 12 · Harbor Tea · 50.00 for each month",
    );
    expect(plain(title("", "Drip (1 of 3)", 2, 12))).toBe("2 of 12 · Drip (1 of 3)");
  });

  test("is the customer and what it is for, if it belongs to no drip", () => {
    expect(plain(title("Harbor Tea", "20 % of each sale"))).toBe("Harbor Tea · 20 % of each sale");
    expect(title("", "Tickets (2 of 3)")).toBe("Tickets (2 of 3)");
    expect(title("", "")).toBe("");
  });

  test("leaves the customer out only where the description names it in whole words", () => {
    expect(plain(title("Al", "Annual plan"))).toBe("Al · Annual plan");
    expect(plain(title("Ada", "Canada, for Ada"))).toBe("Canada, for Ada");
    expect(plain(title("Harbor Tea", "Sale: Harbor Tea (1 of 3)"))).toBe(
      "Sale: Harbor Tea (1 of 3)",
    );
  });

  test("wraps before a dot, never after it", () => {
    expect(title("Harbor Tea", "Thanks")).toBe("Harbor Tea ·\u00a0Thanks");
  });
});
