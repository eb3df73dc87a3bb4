import { isErrorCell, plainText } from "../../engine/kernel/cells";
import type { Raw } from "../codec/codec";
import { withoutApostrophe } from "../codec/safe-text";

/** The key in a cell as it is compared (CELL-4); "" where it is blank, or shows an error value. */
export const keyTextOf = (raw: Raw): string =>
  typeof raw === "string" && isErrorCell(raw) ? "" : plainText(withoutApostrophe(String(raw)));
