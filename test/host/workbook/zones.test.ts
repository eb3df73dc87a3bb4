import fc from "fast-check";
import { epochToSerial, isZone, serialToEpoch } from "../../../host/workbook";

const zones = ["UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Pacific/Apia"];

test("a moment becomes a serial and the same moment again, except in the repeated hour", () => {
  const moment = fc.integer({ min: Date.UTC(1980, 0, 1), max: Date.UTC(2060, 0, 1) });
  fc.assert(
    fc.property(moment, fc.constantFrom(...zones), (epoch, zone) => {
      const back = serialToEpoch(epochToSerial(epoch, zone), zone);
      expect([0, 3_600_000]).toContain(epoch - back);
    }),
  );
});

test("a civil day becomes a moment and the same day again in every zone", () => {
  fc.assert(
    fc.property(fc.integer({ min: 30000, max: 55000 }), fc.constantFrom(...zones), (day, zone) => {
      const lost = zone === "Pacific/Apia" && day === 40907;
      if (!lost) expect(epochToSerial(serialToEpoch(day, zone), zone)).toBe(day);
    }),
  );
});

test("a serial is midnight of the spreadsheet's zone", () => {
  expect(serialToEpoch(46085, "UTC")).toBe(Date.UTC(2026, 2, 4));
  expect(serialToEpoch(46085, "America/New_York")).toBe(Date.UTC(2026, 2, 4, 5));
  expect(serialToEpoch(46085, "Asia/Kolkata")).toBe(Date.UTC(2026, 2, 3, 18, 30));
});

test("a time skipped by summer time is as far past the jump, and a repeated one is the first", () => {
  const at = (hour: number, day: number) => serialToEpoch(day + hour / 24, "Europe/Berlin");
  expect(at(2.5, 46110)).toBe(Date.UTC(2026, 2, 29, 1, 30));
  expect(at(2.5, 46320)).toBe(Date.UTC(2026, 9, 25, 0, 30));
});

test("zones are those that the clock data knows", () => {
  expect(isZone("Europe/London")).toBe(true);
  expect(isZone("Europe/Nowhere")).toBe(false);
});
