import type { Table } from "../../engine/tables/table";
import type { Raw } from "../codec/codec";
import type { Sheet } from "../workbook/book";
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
 * Colors the words of a tab's status column by conditional formatting (SHEET-38). Rules of ours are known by their one column,
 * word and colors, and are made anew; the team's own stay, and come first. Writes nothing where all is as it should be.
 */
export function colorStatuses(table: Table, sheet: Sheet, headers: readonly Raw[]): void {
  const status = Object.values(table.columns).find(
    ({ header, field }) => (header === "Status" || header === "State") && field.words,
  );
  if (!status?.field.words) return;
  const words = status.field.words.filter((word) => toneOf.has(word));
  const column = headers.findIndex((each) => headerName(each) === headerName(status.header)) + 1;
  if (column === 0) return;
  const cells = sheet.getRange(2, column, sheet.getMaxRows() - 1, 1);
  const wanted = words.map((word) => ruleOf(word).setRanges([cells]).build());
  const there = sheet.getConditionalFormatRules();
  const own = there.filter((rule) => !isOurs(rule));
  const ours = there.filter(isOurs);
  if (print(ours) !== print(wanted)) sheet.setConditionalFormatRules([...own, ...wanted]);
}

function ruleOf(word: string): GoogleAppsScript.Spreadsheet.ConditionalFormatRuleBuilder {
  const [text, cell] = tones[toneOf.get(word) ?? "off"];
  return SpreadsheetApp.newConditionalFormatRule()
    .whenTextEqualTo(word)
    .setFontColor(text)
    .setBackground(cell);
}

const wordOf = (rule: Rule): string => {
  const condition = rule.getBooleanCondition();
  const isText = condition?.getCriteriaType() === SpreadsheetApp.BooleanCriteria.TEXT_EQUAL_TO;
  return isText ? String(condition.getCriteriaValues()[0]) : "";
};

function isOurs(rule: Rule): boolean {
  const tone = toneOf.get(wordOf(rule));
  return (
    tone !== undefined &&
    rule.getRanges().length === 1 &&
    rule.getBooleanCondition()?.getBackground()?.toLowerCase() === tones[tone][1]
  );
}

const print = (rules: readonly Rule[]): string =>
  JSON.stringify(
    rules.map((rule) => [wordOf(rule), rule.getRanges().map((range) => range.getA1Notation())]),
  );
