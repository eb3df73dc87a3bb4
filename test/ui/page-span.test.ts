import fc from "fast-check";
import { pageSpan } from "../../src/ui/parts/page-span";

describe("which rows of how many a page shows", () => {
  test("counts from the first row of the page to its last", () => {
    expect([pageSpan(1, 3, 50, 132), pageSpan(2, 3, 50, 132), pageSpan(3, 3, 32, 132)]).toEqual([
      "1–50 of 132",
      "51–100 of 132",
      "101–132 of 132",
    ]);
  });

  test("all pages together show every row once", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1000 }),
        fc.integer({ min: 1, max: 60 }),
        (total, length) => {
          const pages = Math.ceil(total / length);
          let next = 1;
          for (let page = 1; page <= pages; page++) {
            const rows = page === pages ? total - (pages - 1) * length : length;
            const [from, to] = pageSpan(page, pages, rows, total).match(/\d+/g) ?? [];
            expect(Number(from)).toBe(next);
            next = Number(to) + 1;
          }
          expect(next).toBe(total + 1);
        },
      ),
    );
  });
});
