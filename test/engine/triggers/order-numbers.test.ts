import fc from "fast-check";
import { orderNumbers } from "../../../src/engine/triggers/order-numbers";

const changes = (before: readonly number[], after: readonly number[]) =>
  after.filter((number, i) => number !== before[i]).length;

describe("the order numbers of triggers in a new sequence", () => {
  test.each([
    ["one moved down between two", [20, 30, 10, 40], [20, 30, 35, 40]],
    ["one moved to the end", [20, 30, 10], [20, 30, 40]],
    ["one moved to the front", [30, 10, 20], [4, 10, 20]],
    ["no room between two", [2, 3, 1], [2, 3, 13]],
    ["no room in the middle, so all are numbered anew", [1, 9, 2], [1, 9, 19]],
    ["two with one number", [10, 10, 20], [10, 15, 20]],
    ["nothing moved", [10, 20, 30], [10, 20, 30]],
    ["all the same", [0, 0, 0], [0, 10, 20]],
  ])("%s", (_, present, wanted) => {
    expect(orderNumbers(present)).toEqual(wanted);
  });

  test("always increase within what a cell may hold, and a move among spaced ones changes one cell", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 1_000_000 }), { maxLength: 30 }),
        (present) => {
          const numbers = orderNumbers(present);
          expect(numbers).toHaveLength(present.length);
          numbers.forEach((number, i) => {
            expect(number).toBeGreaterThan(numbers[i - 1] ?? -1);
            expect(number).toBeLessThanOrEqual(1_000_000);
          });
        },
      ),
    );
    fc.assert(
      fc.property(fc.nat({ max: 19 }), fc.nat({ max: 19 }), (from, to) => {
        const present = Array.from({ length: 20 }, (_, i) => (i + 1) * 10);
        const [moved] = present.splice(from, 1);
        present.splice(to, 0, moved as number);
        expect(changes(present, orderNumbers(present))).toBe(from === to ? 0 : 1);
      }),
    );
  });
});
