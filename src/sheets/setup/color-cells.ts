import type { Table } from "../../engine/tables/table";
import type { Raw } from "../codec/codec";
import type { Sheet } from "../workbook/book";
import { letterOf } from "../workbook/column-marks";
import { headerName } from "../workbook/columns";

/** What a status asks of its reader, and how its cells look: the text's and the cell's color. */
const tones = {
  waits: ["#7c4a03", "#fef7e0"],
  good: ["#0d652d", "#e6f4ea"],
  done: ["#174ea6", "#e8f0fe"],
  off: ["#5f6368", "#f1f3f4"],
  bad: ["#a50e0e", "#fce8e6"],
} as const;

/** The words of status columns that are colored; others keep the cell's own look. */
const toneOf: ReadonlyMap<string, keyof typeof tones> = new Map([
  ["archived", "off"],
  ["draft", "off"],
  ["active", "good"],
  ["paused", "waits"],
  ["pending", "waits"],
  ["approved", "good"],
  ["held", "bad"],
  ["declined", "off"],
  ["paid", "done"],
  ["Created", "good"],
  ["Terminated", "off"],
  ["Complete", "done"],
  ["In review", "waits"],
  ["Final", "good"],
  ["Paid", "done"],
  ["open", "waits"],
  ["sent", "good"],
  ["returned", "bad"],
]);

type Rule = GoogleAppsScript.Spreadsheet.ConditionalFormatRule;

/**
 * Marks cells of a tab by conditional formatting: the words of its status column (SHEET-38), and dates of payment that are over
 * (SHEET-41). Rules of ours are known by their one column, condition and colors, and are made anew; the team's own stay, and come
 * first. Writes nothing where all is as it should be.
 */
export function colorCells(table: Table, sheet: Sheet, headers: readonly Raw[]): void {
  const wanted = [...statusRules(table, sheet, headers), ...overdueRules(table, sheet, headers)];
  if (wanted.length === 0) return;
  const there = sheet.getConditionalFormatRules();
  const own = there.filter((rule) => !isOurs(rule));
  const ours = there.filter(isOurs);
  if (print(ours) !== print(wanted)) sheet.setConditionalFormatRules([...own, ...wanted]);
}

const placeOf = (headers: readonly Raw[], header: string | undefined): number =>
  header === undefined ? -1 : headers.findIndex((each) => headerName(each) === headerName(header));

function statusRules({ columns }: Table, sheet: Sheet, headers: readonly Raw[]): readonly Rule[] {
  const status = Object.values(columns).find(
    ({ header, field }) => (header === "Status" || header === "State") && field.words,
  );
  const column = placeOf(headers, status?.header);
  const words = (status?.field.words ?? []).filter((word) => toneOf.has(word));
  return column < 0
    ? []
    : words.map((word) =>
        ruleIn(sheet, column, toneOf.get(word) ?? "off")
          .whenTextEqualTo(word)
          .build(),
      );
}

/**
 * A reward that should have been paid by now. The formula has no separator between arguments, which differ by locale, and a
 * declined reward is never paid.
 */
function overdueRules({ columns }: Table, sheet: Sheet, headers: readonly Raw[]): readonly Rule[] {
  const date = placeOf(headers, columns.estimatedPayment?.header);
  const status = placeOf(headers, columns.status?.header);
  if (date < 0 || status < 0) return [];
  const [on, is] = [`$${letterOf(date)}2`, `$${letterOf(status)}2`];
  const formula = `=(${on}<TODAY())*(${on}>0)*(${is}<>"paid")*(${is}<>"declined")`;
  return [ruleIn(sheet, date, "bad").whenFormulaSatisfied(formula).build()];
}
const OVERDUE = /^=\(\$[A-Z]+2<TODAY\(\)\)\*\(\$[A-Z]+2>0\)\*/;

function ruleIn(
  sheet: Sheet,
  column: number,
  tone: keyof typeof tones,
): GoogleAppsScript.Spreadsheet.ConditionalFormatRuleBuilder {
  const [text, cell] = tones[tone];
  return SpreadsheetApp.newConditionalFormatRule()
    .setFontColor(text)
    .setBackground(cell)
    .setRanges([sheet.getRange(2, column + 1, sheet.getMaxRows() - 1, 1)]);
}

/** The word or formula of a rule, where it has the condition of one of ours. */
function conditionOf(rule: Rule): string {
  const condition = rule.getBooleanCondition();
  const type = condition?.getCriteriaType();
  const { TEXT_EQUAL_TO, CUSTOM_FORMULA } = SpreadsheetApp.BooleanCriteria;
  return type === TEXT_EQUAL_TO || type === CUSTOM_FORMULA
    ? String(condition?.getCriteriaValues()[0])
    : "";
}

function isOurs(rule: Rule): boolean {
  const condition = conditionOf(rule);
  const tone = OVERDUE.test(condition) ? "bad" : toneOf.get(condition);
  return (
    tone !== undefined &&
    rule.getRanges().length === 1 &&
    rule.getBooleanCondition()?.getBackground()?.toLowerCase() === tones[tone][1]
  );
}

const print = (rules: readonly Rule[]): string =>
  JSON.stringify(
    rules.map((rule) => [
      conditionOf(rule),
      rule.getRanges().map((range) => range.getA1Notation()),
    ]),
  );
