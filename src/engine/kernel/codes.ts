import { cellText, plainLower, plainText } from "./cells";
import { type Field, ok } from "./field";

/** The codes in a text, as they are shown: commas, semicolons, bars and line breaks stand between them. */
export const codesIn = (text: string): readonly string[] =>
  text.split(/[,;|\r\n]/).flatMap((each) => plainText(each) || []);

/** A code as it is compared: in any case. */
export const plainCode = (code: string): string => plainLower(code);

/** Several codes, each once. */
export const codesField: Field<string> = {
  kind: "text",
  parse: (cell) => {
    const seen = new Set<string>();
    const isFirst = (code: string) => !seen.has(plainCode(code)) && seen.add(plainCode(code));
    return ok(codesIn(cellText(cell)).filter(isFirst).join(", "));
  },
  print: (value) => value,
};
