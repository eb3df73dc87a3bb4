import { day } from "../../../src/engine/kernel/day";
import { typedEntry } from "../../../src/engine/kernel/locale-entry";
import { entryOf } from "../../../src/sheets/codec/entry-of";

const today = day("2026-05-20");
const typed = (locale: string, text: string) => {
  const read = typedEntry("day", text, entryOf(locale, today));
  return read.ok ? read.value : read.code;
};

test.each([
  ["en_US", "12 Mar", "2026-03-12"],
  ["en_US", "Mar 12", "2026-03-12"],
  ["en_US", "March 12, 2025", "2025-03-12"],
  ["en_US", "3/12/2026", "2026-03-12"],
  ["en_US", "3/12", "2026-03-12"],
  ["en_US", "12-Mar-26", "2026-03-12"],
  ["en_GB", "3/12/2026", "2026-12-03"],
  ["en_GB", "12 March", "2026-03-12"],
  ["de_DE", "12.3.2026", "2026-03-12"],
  ["de_DE", "12.3.", "2026-03-12"],
  ["de_DE", "12. März 2025", "2025-03-12"],
  ["de_DE", "12 Marz", "2026-03-12"],
  ["fr_FR", "12 févr. 2026", "2026-02-12"],
  ["es_ES", "12 de marzo de 2026", "2026-03-12"],
  ["ja_JP", "2026/3/12", "2026-03-12"],
  ["ja_JP", "3/12", "2026-03-12"],
  ["sv_SE", "12 maj", "2026-05-12"],
  ["en_US", "2026-03-12", "2026-03-12"],
])("in %s “%s” is the day %s", (locale, text, iso) => {
  expect(typed(locale, text)).toBe(iso);
});

test.each([
  ["en_US", "12.3.2026"],
  ["ja_JP", "3/12/2026"],
  ["fr_FR", "12 jui 2026"],
])("in %s “%s” can be read in two ways, and is refused", (locale, text) => {
  expect(typed(locale, text)).toBe("CELL_AMBIGUOUS");
});

test.each(["soon", "31.2.2026", "12", "12 Foo", "1 2 3 4", ""])(
  "text that is no day, such as “%s”, is left for the field to refuse",
  (text) => {
    expect(typed("de_DE", text)).toBe(text);
  },
);

test("an unknown locale is read as English", () => {
  expect(typed("xx_no-such_", "3/12/2026")).toBe("2026-03-12");
});
