import { theGrid } from "./the-grid";

/** The parts of the page in order, each with the element that takes its focus. */
const regions = [
  [".menu-bar", ".menu-top"],
  [".formula-bar", ".formula"],
  [".grid", null],
  [".find-box", "input"],
  [".sidebar", "button"],
  [".tabs-line", ".tab[aria-selected=true]"],
  [".bottom-panel", ".panel-tab[aria-selected=true]"],
] as const;

/** F6 and Shift+F6 move between the parts of the page: inside the grid, Tab moves between cells, as in Sheets. */
export function followRegionKeys(): void {
  addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "F6" || document.querySelector("dialog:modal")) return;
      event.preventDefault();
      event.stopPropagation();
      const there = regions.filter(([part]) => document.querySelector(part));
      const now = there.findIndex(([part]) => document.activeElement?.closest(part));
      const step = event.shiftKey ? -1 : 1;
      const next = there[(Math.max(now, 0) + step + there.length) % there.length];
      if (!next) return;
      const [part, first] = next;
      if (first === null) theGrid()?.focus();
      else document.querySelector<HTMLElement>(`${part} ${first}`)?.focus();
    },
    true,
  );
}
