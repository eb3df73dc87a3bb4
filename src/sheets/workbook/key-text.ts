import type { Raw } from "../codec/codec";

/** The key that a cell says; "" where it is blank. */
export const keyTextOf = (raw: Raw): string => String(raw).trim();
