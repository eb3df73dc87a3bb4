/** The field that identifies a form, so that sending it twice creates one row; only some forms have it. */
export const FORM_ID = "formId";

/** An id that no other form has, in anybody's sidebar. */
export const newFormId = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");
