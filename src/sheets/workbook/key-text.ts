import type { Raw } from "../codec/codec";

/** The key in a cell; "" where it is blank. */
export const keyTextOf = (raw: Raw): string => String(raw).trim();
