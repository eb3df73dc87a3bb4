/**
 * Focuses the screen's search, or else its title, when a screen opens. While the person works in the sheet, the focus
 * stays there.
 */
export function focusScreen(): void {
  if (!document.hasFocus()) return;
  const first = document.querySelector<HTMLElement>("[data-first]");
  (first ?? document.getElementById("title"))?.focus();
}

/** Focuses the screen's title if the element that had the focus is gone. */
export function restoreFocus(): void {
  const isLost = document.hasFocus() && document.activeElement === document.body;
  if (isLost) document.getElementById("title")?.focus();
}
