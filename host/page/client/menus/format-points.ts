import type { StyleChange } from "../../wire";
import { client } from "../state/client-state";
import { sheetActs } from "../state/sheet-acts";
import { absent, item, line, type MenuPoint, menu } from "./points";

const number = (caption: string, format: string, hint?: string): MenuPoint =>
  item(caption, () => sheetActs.format(format), hint);
const style = (caption: string, change: StyleChange, hint?: string): MenuPoint =>
  item(caption, () => sheetActs.style(change), hint);

const colors = [
  ["Black", "#000000"],
  ["Grey", "#999999"],
  ["Red", "#cc0000"],
  ["Orange", "#e69138"],
  ["Yellow", "#ffd966"],
  ["Green", "#38761d"],
  ["Blue", "#0b5394"],
  ["Purple", "#674ea7"],
] as const;
const pale = [
  ["Grey", "#efefef"],
  ["Red", "#f4cccc"],
  ["Orange", "#fce5cd"],
  ["Yellow", "#fff2cc"],
  ["Green", "#d9ead3"],
  ["Blue", "#cfe2f3"],
  ["Purple", "#d9d2e9"],
] as const;

const askFormat = (): void =>
  client.set({
    asked: {
      title: "Custom number format",
      text: "",
      isLong: false,
      hint: "As Google writes them: #,##0.00 for 1,200.50 · 0% for 20% · yyyy-mm-dd for 2026-03-31 · [h]:mm for 30:15",
      done: sheetActs.format,
    },
  });

/** Number formats and styles of the selected cells. */
export const formatPoints = (): readonly MenuPoint[] => [
  menu("Number", [
    number("Automatic", ""),
    number("Plain text", "@"),
    line,
    number("Number", "#,##0.00", "1,000.12"),
    number("Whole number", "#,##0", "1,000"),
    number("Percent", "0.00%", "10.12%"),
    number("Accounting", "#,##0.00;(#,##0.00)", "(1,000.12)"),
    line,
    number("Date", "yyyy-mm-dd", "2026-09-26"),
    number("Time", "h:mm:ss", "15:59:00"),
    number("Date and time", "yyyy-mm-dd h:mm:ss", "2026-09-26 15:59:00"),
    number("Duration", "[h]:mm:ss", "24:01:00"),
    line,
    item("Custom…", askFormat),
  ]),
  menu("Text", [
    item("Bold", () => sheetActs.toggle("bold"), "Ctrl+B"),
    item("Italic", () => sheetActs.toggle("italic"), "Ctrl+I"),
    item("Underline", () => sheetActs.toggle("underline"), "Ctrl+U"),
    item("Strikethrough", () => sheetActs.toggle("strike")),
  ]),
  menu("Alignment", [
    style("Left", { align: "left" }),
    style("Centre", { align: "center" }),
    style("Right", { align: "right" }),
    style("By what the cell holds", { align: null }),
  ]),
  menu("Wrapping", [style("Overflow", { wrap: null }), style("Wrap", { wrap: "WRAP" })]),
  menu("Text colour", [
    style("As in a new sheet", { color: null }),
    line,
    ...colors.map(([name, color]) => style(name, { color })),
  ]),
  menu("Fill colour", [
    style("None", { background: null }),
    line,
    ...pale.map(([name, background]) => style(name, { background })),
  ]),
  line,
  item("Clear formatting", sheetActs.clearFormats, "Ctrl+\\"),
  line,
  absent("Conditional formatting", "Here only a program sets it; the page shows it"),
  absent("Merge cells, borders, fonts", "Only on Google"),
];
