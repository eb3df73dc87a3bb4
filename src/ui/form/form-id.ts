/** The field of a form that names it; the build's definitions say which forms have it. */
export const FORM_ID = "formId";

/** An id that no other form has, in any sidebar of anybody. */
export const newFormId = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");
