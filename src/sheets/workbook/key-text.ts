import { isErrorCell, plainText } from "../../engine/kernel/cells";
import type { Raw } from "../codec/codec";

/** The key in a cell as it is compared (CELL-4); "" where it is blank, or shows an error value. */
export const keyTextOf = (raw: Raw): string =>
  typeof raw === "string" && isErrorCell(raw) ? "" : plainText(String(raw));
