/** What JSX compiles to in the bundle (scripts/build-sidebar.mjs). */
export { Fragment, h } from "preact";
