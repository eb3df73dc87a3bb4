import { rangePattern, sheetNamePattern } from "./rewrite-references";
import { FormulaFault } from "./values/values";

export type Token = {
  readonly kind: "number" | "text" | "fault" | "reference" | "name" | "operator";
  readonly text: string;
  /** The sheet's name with "!" in front of a reference, or "". */
  readonly prefix: string;
};

const shapes = (decimal: string) =>
  new RegExp(
    [
      "(?<space>\\s+)",
      '(?<text>"(?:[^"]|"")*")',
      "(?<fault>#(?:REF!|DIV/0!|VALUE!|N/A|NAME\\?|NUM!|ERROR!))",
      `(?<prefix>${sheetNamePattern})?(?<reference>${rangePattern})(?![\\p{L}\\d_(.!])`,
      `(?<number>\\d+(?:[${decimal}]\\d*)?(?:[eE][+-]?\\d+)?|[${decimal}]\\d+)`,
      "(?<name>[\\p{L}_][\\p{L}\\d_.]*)",
      "(?<operator><>|<=|>=|[-+*/^&=<>%(),;])",
    ].join("|"),
    "yu",
  );

const point = shapes(".");
const comma = shapes(",");

/**
 * The tokens of a formula text without its "=". Numbers have a decimal comma only where the locale does and ";"
 * separates the arguments. Throws #ERROR! for what is not a formula.
 */
export function tokenize(text: string, decimal: string): readonly Token[] {
  const withoutTexts = text.replace(/"(?:[^"]|"")*"/g, "");
  const pattern = decimal === "," && withoutTexts.includes(";") ? comma : point;
  const tokens: Token[] = [];
  pattern.lastIndex = 0;
  while (pattern.lastIndex < text.length) {
    const { groups } = pattern.exec(text) ?? {};
    if (groups === undefined) throw new FormulaFault("#ERROR!");
    const { prefix = "", space, ...rest } = groups;
    if (space !== undefined) continue;
    const [kind, found = ""] = Object.entries(rest).find(([, value]) => value !== undefined) ?? [];
    tokens.push({ kind: kind as Token["kind"], text: readable(kind, found), prefix });
  }
  return tokens;
}

function readable(kind: string | undefined, text: string): string {
  if (kind === "number") return text.replace(",", ".");
  return kind === "text" ? text.slice(1, -1).replace(/""/g, '"') : text;
}
