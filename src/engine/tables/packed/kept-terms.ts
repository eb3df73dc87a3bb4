import { packed } from "./packed";
import { optional, record, text, typedKey } from "./shape";

/**
 * What a trigger keeps of its version: a fingerprint of the terms, and its key; null where an earlier release kept none.
 * Before version 1: the fingerprint alone.
 */
export const keptTermsField = packed(
  1,
  record({ print: text, key: optional(typedKey) }),
  (print) => ({ print, key: null }),
);
