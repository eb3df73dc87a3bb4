/** How the script opened this page: what it wrote into the page's root. */
const { screen = "", about = "" } = document.getElementById("sidebar")?.dataset ?? {};

/** The screen, by name, and the record of a wide dialog; "" where this is the sidebar itself. */
export const openedAs = { screen, about } as const;
export const isWide = screen !== "";
