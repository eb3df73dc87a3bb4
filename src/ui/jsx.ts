/** What drawn elements become in the bundle (scripts/build-sidebar.mjs). */
export { Fragment, h } from "preact";
