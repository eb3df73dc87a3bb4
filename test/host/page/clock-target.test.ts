import { clockTarget } from "../../../host/page/server/clock-target";
import { openCode } from "../../support/host";

describe("where the clock goes", () => {
  const from = async (now: string, zone: string) => {
    const host = await openCode("function f() {}", { now, timeZone: zone });
    return (move: Parameters<typeof clockTarget>[1]) =>
      new Date(clockTarget(host, move)).toISOString();
  };

  it("keeps the time of day over a change to summer time", async () => {
    const target = await from("2026-03-28T09:00:00Z", "Europe/London");

    expect(target({ kind: "next-day" })).toBe("2026-03-29T08:00:00.000Z");
  });

  it("goes to the last day of a month that is shorter", async () => {
    const target = await from("2026-01-31T09:00:00Z", "UTC");

    expect(target({ kind: "next-month" })).toBe("2026-02-28T09:00:00.000Z");
  });

  it("takes a day as its noon in the program's time zone, and nothing else", async () => {
    const target = await from("2026-01-31T09:00:00Z", "America/New_York");

    expect(target({ kind: "day", day: "2026-02-01" })).toBe("2026-02-01T17:00:00.000Z");
    expect(() => target({ kind: "day", day: "soon" })).toThrow('"soon" is not a day.');
  });
});
