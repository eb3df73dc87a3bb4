import { plainText } from "../../kernel/cells";
import { type FileLine, readCsv } from "./read-csv";

/** A tab of answers as Google Forms writes it: the questions in the first row, then a line for each answer. */
export function formTable(text: string): {
  readonly headers: readonly string[];
  readonly body: readonly FileLine[];
} {
  const [head, ...body] = readCsv(text, "\t");
  return { headers: (head?.cells ?? []).map(plainText), body };
}
