import { ServiceError } from "../../workbook/base/service-error";

/** A part of a SimpleDateFormat pattern: letters that stand for a field, or a text. */
export type PatternPart =
  | { readonly kind: "field"; readonly letter: string; readonly count: number }
  | { readonly kind: "text"; readonly text: string };

const letters = "GyYMLwWDdFEuaHkKhmsSzZX";
const piece = /'((?:[^']|'')*)'|([A-Za-z])\2*|[^A-Za-z']+|'/g;

/** Splits a pattern; throws Java's text for an unknown letter or an open quote. */
export const patternParts = (pattern: string): readonly PatternPart[] => {
  const parts: PatternPart[] = [];
  for (const [whole, quoted, letter] of pattern.matchAll(piece)) {
    if (letter !== undefined) {
      if (!letters.includes(letter)) {
        throw new ServiceError(`Illegal pattern character '${letter}'`);
      }
      parts.push({ kind: "field", letter, count: whole.length });
    } else if (quoted !== undefined) {
      parts.push({ kind: "text", text: quoted === "" ? "'" : quoted.replace(/''/g, "'") });
    } else if (whole === "'") throw new ServiceError("Unterminated quote");
    else parts.push({ kind: "text", text: whole });
  }
  return parts;
};

export const months =
  "January February March April May June July August September October November December".split(
    " ",
  );

export const weekdays = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" ");
