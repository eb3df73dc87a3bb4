import { parseMonth } from "../../kernel/day";
import { packed } from "./packed";
import { integer, list, month, typedKey } from "./shape";

/** Some keys. Before version 1: one a line. */
export const keysField = packed(1, list(typedKey), (text) => text.split("\n").filter(Boolean));

/** Some occurrences of a drip, from 1. Before version 1: "3, 4". */
export const partsField = packed(1, list(integer), (text) =>
  text.split(", ").map((part) => (/^\d+$/.test(part) ? Number(part) : undefined)),
);

/** Some months, in order. Before version 1: "2026-01, 2026-02". */
export const monthsField = packed(1, list(month), (text) =>
  text.split(",").map((each) => parseMonth(each.trim())),
);
