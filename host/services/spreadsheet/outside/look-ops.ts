import type { Op } from "../../../realm/outside-service";
import {
  areTicked,
  hexColor,
  readFormats,
  readRules,
  readStyles,
  type StylePatch,
  type Tick,
  tickBoxes,
  type ValidationRule,
  writeFormats,
  writeRules,
  writeStyles,
} from "../../../workbook";
import { rectOf, type Scope } from "./scope";

const parsed = <T>(value: unknown): T =>
  (Array.isArray(value)
    ? value.map((each) => JSON.parse(String(each)) as unknown)
    : JSON.parse(String(value))) as T;

/** Number formats, styles and validations; styles and validations are passed as JSON. */
export const lookOps = ({
  book,
  execution,
  sheet,
  write,
}: Scope): Readonly<Record<string, Op>> => ({
  "look.color": (color) => hexColor(String(color)),
  "range.formats": (...args) => {
    execution.flush();
    return readFormats(sheet(args[0]), rectOf(args));
  },
  "range.styles": (...args) => {
    execution.flush();
    return readStyles(sheet(args[0]), rectOf(args)).map((style) => JSON.stringify(style));
  },
  "range.rules": (...args) => {
    execution.flush();
    return readRules(sheet(args[0]), rectOf(args)).map((rule) => JSON.stringify(rule));
  },
  "range.writeFormats": (...args) => {
    const formats = args[5] as string | readonly string[];
    write(args[0], rectOf(args), (at) => writeFormats(book, at, rectOf(args), formats));
    return undefined;
  },
  "range.writeStyles": (...args) => {
    const patches = parsed<StylePatch | StylePatch[]>(args[5]);
    write(args[0], rectOf(args), (at) => writeStyles(book, at, rectOf(args), patches));
    return undefined;
  },
  "range.writeRules": (...args) => {
    const rules = parsed<ValidationRule | null | (ValidationRule | null)[]>(args[5]);
    write(args[0], rectOf(args), (at) => writeRules(book, at, rectOf(args), rules));
    return undefined;
  },
  "range.tick": (...args) => {
    write(args[0], rectOf(args), (at) => tickBoxes(book, at, rectOf(args), args[5] as Tick));
    return undefined;
  },
  "range.isChecked": (...args) => {
    execution.flush();
    return areTicked(sheet(args[0]), rectOf(args));
  },
});
