import { client } from "../state/client-state";
import { usePart } from "../state/store";
import { theGrid } from "../state/the-grid";

/** The note of the cell under the pointer, or of the one reached by keyboard. */
export function NoteCard() {
  const active = usePart(client, (state) => state.active);
  const byKeys = usePart(client, (state) => state.byKeys);
  const hovered = usePart(client, (state) => state.hovered);
  const cell = hovered ?? (byKeys ? active : null);
  if (!cell?.note) return null;
  const box = theGrid()?.cellBox(cell.row, cell.column);
  if (!box) return null;
  const isLeft = box.right + 270 > innerWidth;
  const style = {
    top: `${Math.min(box.top, innerHeight - 160)}px`,
    left: `${isLeft ? box.left - 258 : box.right + 6}px`,
  };
  return (
    <div class="note-card" style={style} aria-hidden="true">
      {cell.note}
    </div>
  );
}
