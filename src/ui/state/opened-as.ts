/** How the script opened this page: it writes that into the page's root element. */
const { screen = "", about = "", wide } = document.getElementById("sidebar")?.dataset ?? {};

/** The screen's name and the record that the page opens with; "" is Home. */
export const openedAs = { screen, about } as const;
/** Whether this is a wide dialog and not the sidebar. */
export const isWide = wide === "yes";
