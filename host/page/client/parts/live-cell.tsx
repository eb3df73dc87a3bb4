import { filterAt } from "../grid/filter-marks";
import { client } from "../state/client-state";
import { placeName } from "../state/place-name";
import { usePart } from "../state/store";

/** The active cell in words, for screen readers: the grid itself is a picture. */
export function LiveCell() {
  const active = usePart(client, (state) => state.active);
  const said = usePart(client, (state) => state.said);
  return (
    <>
      <div id="live-cell" class="unseen" aria-live="polite">
        {active !== null &&
          [
            placeName(active.area),
            active.text === "" ? "empty" : active.text,
            active.typed.startsWith("=") ? `formula ${active.typed}` : "",
            filterWords(filterAt(active.sheet, active.row, active.column)),
            active.choices === null ? "" : "drop-down, Alt and Down opens it",
            active.note === null ? "" : `note: ${active.note}`,
          ]
            .filter((part) => part !== "")
            .join(", ")}
      </div>
      <div class="unseen" role="status">
        {said}
      </div>
    </>
  );
}

const filterWords = (filter: { readonly hides: boolean } | null): string =>
  filter === null ? "" : `filter${filter.hides ? " in use" : ""}, Alt and Down opens it`;
