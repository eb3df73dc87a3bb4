import { dayOrderOf, readMoment } from "../../../../src/engine/intake/import/read-moment";
import { localMoment } from "../../../../src/engine/intake/import/zones";
import { offsetsOf } from "../../../support/program";

const read = (
  text: string,
  fileZone = "",
  slashed: "day first" | "month first" | "unknown" = "unknown",
) => {
  const moment = readMoment(text, { slashed, dotted: "day first" });
  if ("reason" in moment) return moment.reason;
  const local = localMoment(moment, fileZone, offsetsOf("America/New_York"));
  return "reason" in local ? local.reason : `${local.day} ${local.time}`.trim();
};

test.each([
  ["2026-01-10", "2026-01-10"],
  ["2026/1/10", "2026-01-10"],
  ["20260110", "2026-01-10"],
  ["10.01.2026", "2026-01-10"],
  ["10. 1. 2026", "2026-01-10"],
  ["10.1.26 14.30", "2026-01-10 14:30:00"],
  ["10.01.2026 14:30 Uhr", "2026-01-10 14:30:00"],
  ["25/04/2026", "2026-04-25"],
  ["04-25-2026", "2026-04-25"],
  ["03/03/2026", "2026-03-03"],
  ["Sat, 10 Jan 2026", "2026-01-10"],
  ["Sa. 10.01.2026", "2026-01-10"],
  ["10-Jan-26", "2026-01-10"],
  ["Jan 10, 2026", "2026-01-10"],
  ["January 10th, 2026 at 2:30 PM", "2026-01-10 14:30:00"],
  ["10. Januar 2026", "2026-01-10"],
  ["10 de enero de 2026", "2026-01-10"],
  ["1er août 2026", "2026-08-01"],
  ["12. März 2026", "2026-03-12"],
  ["2026-01-10 9:05", "2026-01-10 09:05:00"],
  ["2026-01-10 12:00 AM", "2026-01-10"],
  ["2026-01-10 12:15 PM", "2026-01-10 12:15:00"],
  ["2026-01-10 11:30 p.m.", "2026-01-10 23:30:00"],
  ["2026-01-10 11:30pm", "2026-01-10 23:30:00"],
  ["2026-01-10 2 PM", "2026-01-10 14:00:00"],
  ["10/01/26 14h30", "“10/01/26 14h30” can be read as 2026-01-10 or as 2026-10-01"],
  ["2026-02-01T03:30:00Z", "2026-01-31 22:30:00"],
  ["2026-02-01T00:00:00.000Z", "2026-01-31 19:00:00"],
  ["2026-02-01T04:30:00.123+00:00", "2026-01-31 23:30:00"],
  ["2026-01-31 23:30:00 -0500", "2026-01-31 23:30:00"],
  ["2026-02-01 03:30:00 UTC", "2026-01-31 22:30:00"],
  ["2026-02-01 03:30:00 GMT+9", "2026-01-31 13:30:00"],
  ["20:12:59 Jan 13, 2026 PST", "2026-01-13 23:12:59"],
  ["Jan 31, 2026, 9:30:00 PM PST", "2026-02-01 00:30:00"],
  ["Sat Jan 31 2026 23:30:00 GMT+0100 (Central European Standard Time)", "2026-01-31 17:30:00"],
  ["2026-07-01 01:00 Europe/Berlin", "2026-06-30 19:00:00"],
  ["1767225600", "2025-12-31 19:00:00"],
  ["1767225600000", "2025-12-31 19:00:00"],
  ["46032.5", "2026-01-10 12:00:00"],
  ["‎10.01.2026 ", "2026-01-10"],
])("%j is read as %j in New York", (text, wanted) => {
  expect(read(text)).toBe(wanted);
});

test.each([
  ["soon", "“soon” is not a date"],
  ["2026-02-30", "“2026-02-30” is not a date"],
  ["31/02/2026", "“31/02/2026” is not a date"],
  ["2026-01-10 25:00", "the clock time in “2026-01-10 25:00” can't be read"],
  ["2026-01-10 13:15 AM", "the clock time in “2026-01-10 13:15 AM” can't be read"],
  ["2026-01-10 10:05 whenever", "“2026-01-10 10:05 whenever” is not a date"],
  ["2026-01-10 about noon", "“2026-01-10 about noon” is not a date"],
  ["2026-01-10 10:00 IST", "the time zone “IST” is not known"],
  ["0026-01-10", "“0026-01-10” is not a date"],
  ["13.13.2026", "“13.13.2026” is not a date"],
  ["42", "“42” is not a date"],
])("%j is refused: %s", (text, reason) => {
  expect(read(text)).toBe(reason);
});

test("the file's zone is for clock times without one; a day alone is that day everywhere", () => {
  expect(read("2026-02-01 03:30", "UTC")).toBe("2026-01-31 22:30:00");
  expect(read("2026-02-01 00:00", "UTC")).toBe("2026-01-31 19:00:00");
  expect(read("2026-02-01", "UTC")).toBe("2026-02-01");
  expect(read("2026-02-01 10:00 IST", "Asia/Kolkata")).toBe("2026-01-31 23:30:00");
  expect(read("2026-02-01T03:30:00+01:00", "UTC")).toBe("2026-01-31 21:30:00");
});

test("the numbers above twelve tell the order of a file, unless they contradict each other", () => {
  expect(dayOrderOf(["03/04/2026", "25/04/2026 10:00"])).toBe("day first");
  expect(dayOrderOf(["03-04-2026", "04-25-26"])).toBe("month first");
  expect(dayOrderOf(["25/04/2026", "04/25/2026"])).toBe("unknown");
  expect(dayOrderOf(["03/04/2026"])).toBe("unknown");
  expect(read("03/04/2026", "", "day first")).toBe("2026-04-03");
});
