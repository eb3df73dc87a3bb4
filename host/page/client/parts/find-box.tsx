import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Input } from "../../calls";
import type { Found } from "../../wire";
import { call, tell } from "../state/call";
import { client } from "../state/client-state";
import { usePart } from "../state/store";
import { theGrid } from "../state/the-grid";

type Wanted = Input<"find">;

/** Finds texts in the sheets, and replaces them: Enter goes to the next, Shift+Enter to the one before, Escape closes. */
export function FindBox() {
  const finding = usePart(client, (state) => state.finding);
  return finding && <OpenBox isReplacing={finding === "replace"} />;
}

const flags = [
  ["matchCase", "Match case"],
  ["wholeCell", "Whole cell"],
  ["inFormulas", "In formulas too"],
] as const;

function OpenBox({ isReplacing }: { readonly isReplacing: boolean }) {
  const first = useRef<HTMLInputElement>(null);
  const [text, setText] = useState("");
  const [by, setBy] = useState("");
  const [how, setHow] = useState({ matchCase: false, wholeCell: false, inFormulas: false });
  const [isEverywhere, setEverywhere] = useState(false);
  const [said, say] = useState("");
  const at = useRef<Found["cells"][number] | null>(null);
  useLayoutEffect(() => {
    first.current?.focus();
    first.current?.select();
  }, [isReplacing]);
  const wanted = (): Wanted => ({
    sheet: isEverywhere ? null : client.get().sheet,
    text,
    ...how,
  });
  const close = (): void => {
    client.set({ finding: null });
    theGrid()?.focus();
  };
  /** Goes to the next place after the active cell, or the one before it; round at the ends. */
  const go = async (back: boolean): Promise<void> => {
    if (text === "") return say("Type what to look for.");
    try {
      const { cells, total } = await call("find", wanted());
      const next = nextOf(cells, back);
      at.current = cells[next] ?? null;
      if (at.current === null) return say("Not found");
      showCell(at.current);
      const among =
        total > cells.length
          ? `the first ${cells.length.toLocaleString("en")} of ${total.toLocaleString("en")}`
          : String(total);
      say(
        `${next + 1} of ${among}${isHidden(at.current) ? `, in row ${at.current.row}, which is hidden` : ""}`,
      );
    } catch (thrown) {
      tell("Nothing was looked for", thrown);
    }
  };
  const replace = async (isAll: boolean): Promise<void> => {
    if (text === "") return say("Type what to look for.");
    if (!isAll && at.current === null) return go(false);
    try {
      const count = await call("replace", { ...wanted(), by, at: isAll ? null : at.current });
      if (isAll) say(count === 1 ? "Replaced in 1 cell" : `Replaced in ${count} cells`);
      else await go(false);
    } catch (thrown) {
      tell("Nothing was replaced", thrown);
    }
  };
  const key = (event: KeyboardEvent): void => {
    if (event.key === "Escape") close();
    else if (
      event.key === "Enter" &&
      event.target instanceof HTMLInputElement &&
      event.target.type !== "checkbox"
    )
      void go(event.shiftKey);
    else return;
    event.preventDefault();
  };
  const change = (work: () => void): void => {
    work();
    at.current = null;
    say("");
  };
  return (
    <section
      class="find-box"
      aria-label={isReplacing ? "Find and replace" : "Find"}
      onKeyDown={key}
    >
      <div class="find-line">
        <input
          class="input"
          aria-label="Find"
          placeholder="Find"
          autocomplete="off"
          ref={first}
          value={text}
          onInput={(event) => change(() => setText(event.currentTarget.value))}
        />
        <button type="button" class="icon-button" aria-label="Previous" onClick={() => go(true)}>
          ↑
        </button>
        <button type="button" class="icon-button" aria-label="Next" onClick={() => go(false)}>
          ↓
        </button>
        <button type="button" class="icon-button" aria-label="Close" onClick={close}>
          ✕
        </button>
      </div>
      {isReplacing && (
        <div class="find-line">
          <input
            class="input"
            aria-label="Replace with"
            placeholder="Replace with"
            autocomplete="off"
            value={by}
            onInput={(event) => setBy(event.currentTarget.value)}
          />
          <button type="button" class="button" onClick={() => replace(false)}>
            Replace
          </button>
          <button type="button" class="button" onClick={() => replace(true)}>
            Replace all
          </button>
        </div>
      )}
      <div class="find-flags">
        {flags.map(([name, caption]) => (
          <label key={name}>
            <input
              type="checkbox"
              checked={how[name]}
              onChange={(event) =>
                change(() => setHow({ ...how, [name]: event.currentTarget.checked }))
              }
            />
            {caption}
          </label>
        ))}
        <label>
          <input
            type="checkbox"
            checked={isEverywhere}
            onChange={(event) => change(() => setEverywhere(event.currentTarget.checked))}
          />
          All sheets
        </label>
      </div>
      <p class="find-said" role="status">
        {said}
      </p>
    </section>
  );
}

/** The place in the list after the active cell, or before it; the other end when there is none; -1 in an empty list. */
function nextOf(cells: Found["cells"], back: boolean): number {
  const { active, page } = client.get();
  if (active === null || cells.length === 0) return cells.length - 1;
  const order = page?.sheets.map(({ id }) => id) ?? [];
  const compare = ({ sheet, row, column }: Found["cells"][number]): number =>
    order.indexOf(sheet) - order.indexOf(active.sheet) ||
    row - active.row ||
    column - active.column;
  if (!back) {
    const next = cells.findIndex((cell) => compare(cell) > 0);
    return next < 0 ? 0 : next;
  }
  const after = cells.findIndex((cell) => compare(cell) >= 0);
  return ((after < 0 ? cells.length : after) - 1 + cells.length) % cells.length;
}

/** Whether a cell lies in a row that a person, a script or the filter has hidden. */
function isHidden({ sheet, row }: Found["cells"][number]): boolean {
  const info = client.get().page?.sheets.find(({ id }) => id === sheet);
  const isIn = (runs: readonly number[]): boolean =>
    runs.some((from, n) => n % 2 === 0 && from < row && row - 1 <= (runs[n + 1] ?? 0));
  return info !== undefined && (isIn(info.hiddenRows) || isIn(info.filteredRows));
}

function showCell({ sheet, row, column }: Found["cells"][number]): void {
  const { active } = client.get();
  if (active?.sheet !== sheet) theGrid()?.activate(sheet);
  theGrid()?.select({ row, column, rows: 1, columns: 1 });
}
