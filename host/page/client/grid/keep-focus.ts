/** What has the keyboard while it is open. */
const overlays = ".find-box, .filter-box, .menu-list, .choices, dialog";

/**
 * Univer takes the focus some time after a selection was set. What lies over the grid keeps it, unless the person clicks into the grid,
 * or `free` was called since the page gives it to the grid. Returns `free`.
 */
export function keepFocus(container: HTMLElement): () => void {
  let holder: HTMLElement | null = null;
  const free = (): void => {
    holder = null;
  };
  container.addEventListener("pointerdown", free, true);
  document.addEventListener(
    "focusin",
    ({ target }) => {
      const at = target as HTMLElement;
      if (!container.contains(at)) holder = at.closest(overlays) ? at : null;
      else if (holder?.isConnected) holder.focus();
    },
    true,
  );
  return free;
}
