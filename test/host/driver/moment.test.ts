import { openCode } from "../../support/host";

test("a bare day is its noon in the program's time zone, whatever the script's", async () => {
  const zones = { timeZone: "Pacific/Auckland", scriptTimeZone: "America/New_York" };
  const host = await openCode("function nothing() {}", { now: "2026-01-15", ...zones });
  expect(host.clock.now().toISOString()).toBe("2026-01-14T23:00:00.000Z");

  await host.clock.advanceTo("2026-01-20");
  expect(host.clock.now().toISOString()).toBe("2026-01-19T23:00:00.000Z");
});
