import fc from "fast-check";
import { editText } from "../../../host/page/server/edit-text";
import {
  type Cell,
  createWorkbook,
  type Sheet,
  type Workbook,
  writeBlock,
  writeFormats,
} from "../../../host/workbook";

const first = { row: 1, column: 1, rows: 1, columns: 1 } as const;

const bookWith = (cell: Cell, format: string, locale: string): readonly [Workbook, Sheet] => {
  const book = createWorkbook({ locale });
  const sheet = book.sheets[0] as Sheet;
  writeFormats(book, sheet, first, format);
  sheet.rows[0]?.cells.splice(0, 1, cell);
  return [book, sheet];
};

const typedAgain = (cell: Cell, format: string, locale: string): Cell => {
  const [book, sheet] = bookWith(cell, format, locale);
  const text = editText(book, cell, format, undefined);
  writeBlock(book, sheet, first, { cells: [text], dates: [] }, "person");
  return sheet.rows[0]?.cells[0] ?? "";
};

describe("the text in a cell's editor", () => {
  const locales = fc.constantFrom("en_US", "de_DE", "en_GB", "fr_FR");

  it("gives the same cell when a number is typed again, in every locale", () => {
    const numbers = fc.double({ noNaN: true, min: -1e12, max: 1e12 });
    fc.assert(
      fc.property(
        numbers,
        fc.constantFrom("", "#,##0.00", '"€"#,##0'),
        locales,
        (n, format, locale) => {
          const cell = Math.abs(n) < 1e-6 ? 0 : n;
          expect(typedAgain(cell, format, locale)).toBe(cell);
        },
      ),
    );
  });

  it("gives the same cell when a text is typed again", () => {
    const texts = fc.oneof(
      fc.string(),
      fc.constantFrom("=1", "'x", "01234", "1.5", "12%", "2026-03-02", "TRUE", "+1", "-a", "@b"),
    );
    fc.assert(
      fc.property(texts, fc.constantFrom("", "@"), locales, (text, format, locale) => {
        expect(typedAgain(text, format, locale)).toBe(text);
      }),
    );
  });

  it("gives the same day when a date is typed again, in the order of the locale", () => {
    fc.assert(
      fc.property(fc.integer({ min: 36_526, max: 60_000 }), locales, (serial, locale) => {
        expect(typedAgain(serial, "yyyy-mm-dd", locale)).toBe(serial);
      }),
    );
  });

  it("shows a percentage with its sign and a formula as it was typed", () => {
    const [book] = bookWith("", "", "de_DE");

    expect(editText(book, 0.125, "0%", undefined)).toBe("12,5%");
    expect(editText(book, 3, "", "=1+2")).toBe("=1+2");
    expect(editText(book, 46_083, "yyyy-mm-dd", undefined)).toBe("02.03.2026");
  });
});
