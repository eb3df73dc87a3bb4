import type { Cell } from "../../kernel/cells";
import { packed, parseJson } from "./packed";
import { anything, key, map, record, type Shape } from "./shape";

/** The columns that releases before version 1 froze in a drip, in the order in which they wrote them. */
const EARLIER = [
  "customer",
  "transaction",
  "occurrences",
  "currency",
  "amount",
  "percent",
  "base",
  "mode",
  "rounding",
  "eventDate",
  "delay",
  "delayUnit",
  "cycle",
  "cycleUnit",
  "limitCurrency",
  "limitPerReward",
  "limitPerCustomer",
  "limitPerMonth",
  "trigger",
  "triggerVersion",
  "continues",
  "after",
  "later",
];

/**
 * What never changes in a row once it is made: the key it was made with, and cells by column; a blank one is left out.
 * Before version 1: the key and the cells as one JSON list.
 */
export const frozenField = packed(
  1,
  record({ key, cells: map(anything as Shape<Cell>) }),
  (text) => {
    const all = parseJson(text);
    if (!Array.isArray(all) || all.length !== EARLIER.length + 1) return undefined;
    const [key, ...cells] = all;
    return { key, cells: Object.fromEntries(EARLIER.map((id, at) => [id, cells[at]])) };
  },
);
