/** How the script opened this page: what it wrote into the page's root. */
const { screen = "", about = "", wide } = document.getElementById("sidebar")?.dataset ?? {};

/** The screen, by name, and the record on which the page opens; "" is Home. */
export const openedAs = { screen, about } as const;
/** Whether this is a wide dialog, and not the sidebar itself. */
export const isWide = wide === "yes";
