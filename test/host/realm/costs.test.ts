import fc from "fast-check";
import { publishedCosts, readCosts, secondsOf } from "../../../host/realm/costs";
import { costsText } from "../../../src/ui/installation/probe-words";
import { openCode } from "../../support/host";

const moved = (roundTrips: number, cellsRead: number, cellsWritten: number) => ({
  roundTrips,
  cellsRead,
  cellsWritten,
});

test("an execution costs its start, its round trips and its cells, as published", () => {
  expect(secondsOf(moved(0, 0, 0), publishedCosts)).toBe(0.6);
  expect(secondsOf(moved(4, 100_000, 10_000), publishedCosts)).toBeCloseTo(0.6 + 1 + 0.85 + 0.4, 9);
});

test("what the self-check says of the costs is read back, to the digits that it shows", () => {
  const costs = fc.record({
    trip: fc.double({ min: 0, max: 60, noNaN: true }),
    read: fc.double({ min: 0, max: 1e-2, noNaN: true }),
    written: fc.double({ min: 0, max: 1e-2, noNaN: true }),
  });
  const near = (one: number, other: number) =>
    Math.abs(one - other) <= 0.05 * Math.abs(other) + 1e-12;
  fc.assert(
    fc.property(costs, (measured) => {
      const found = readCosts(`costs: ${costsText(measured)}`);
      expect(found.start).toBe(publishedCosts.start);
      for (const id of ["trip", "read", "written"] as const) {
        expect(near(found[id], measured[id])).toBe(true);
      }
    }),
  );
});

test("another text is refused", () => {
  for (const text of [
    "",
    "costs",
    "0.2 s a round trip",
    "x s a round trip, 1 µs a cell read, 2 µs a cell written",
  ]) {
    expect(() => readCosts(text)).toThrow("is no line of costs");
  }
});

test("characters of texts are counted both ways, those of numbers and dates are not", async () => {
  const host = await openCode(`
    function main() {
      var range = SpreadsheetApp.getActive().getSheets()[0].getRange(1, 1, 2, 2);
      range.setValues([["four", 1], [new Date(0), "äß"]]);
      SpreadsheetApp.flush();
      range.getValues();
      range.setNotes([["note", ""], ["", ""]]);
    }`);
  const { usage } = await host.call("main");
  expect(usage).toMatchObject({
    roundTrips: 3,
    cellsRead: 4,
    cellsWritten: 8,
    characters: 6 + 6 + 4,
  });
});
