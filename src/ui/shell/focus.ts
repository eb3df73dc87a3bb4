/** As a screen opens: to its search, else to its title. While the person is in the sheet, that keeps the focus. */
export function focusScreen(): void {
  if (!document.hasFocus()) return;
  const first = document.querySelector<HTMLElement>("[data-first]");
  (first ?? document.getElementById("title"))?.focus();
}

/** Puts the focus on the screen's title where what had it is gone. */
export function restoreFocus(): void {
  const isLost = document.hasFocus() && document.activeElement === document.body;
  if (isLost) document.getElementById("title")?.focus();
}
