import { useEffect, useRef } from "preact/hooks";
import { createGrid } from "../grid/grid";
import { followServer } from "../state/feed";
import { setGrid } from "../state/the-grid";

/** The place of the grid; it is created once, and follows the server from then on. */
export function GridView() {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (place.current === null) return;
    const grid = createGrid(place.current);
    setGrid(grid);
    followServer(grid.update);
  }, []);
  return (
    <main class="grid" aria-label="Sheet, F6 leaves it" aria-describedby="live-cell">
      <div class="grid-place" ref={place} />
    </main>
  );
}
