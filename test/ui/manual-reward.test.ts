import { clarityNudge } from "../../src/ui/manual-reward/clarity";

describe("the nudge for a clear description", () => {
  test.each([["bonus"], ["Missed reward"], ["Correction!"], ["Extra bonus payment"], ["Acme"]])(
    "wants more than “%s”",
    (description) => {
      expect(clarityNudge(description)).toMatch(/clear in a year/);
    },
  );

  test.each([["Missed bonus for Acme's March sale"], ["Demo at the Lisbon fair, May 2026"]])(
    "accepts “%s”",
    (description) => {
      expect(clarityNudge(description)).toBeUndefined();
    },
  );

  test("waits until something is typed", () => {
    expect(clarityNudge("  ")).toBeUndefined();
  });
});
