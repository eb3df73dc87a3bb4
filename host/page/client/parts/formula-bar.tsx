import { useRef, useState } from "preact/hooks";
import { type ActiveCell, client } from "../state/client-state";
import { placeName } from "../state/place-name";
import { typeInto } from "../state/sheet-acts";
import { usePart } from "../state/store";
import { theGrid } from "../state/the-grid";

/** Where the cursor is, and what the cell holds. */
export function FormulaBar() {
  const active = usePart(client, (state) => state.active);
  return (
    <div class="formula-bar">
      <output class="place" aria-label="Selected cells">
        {active === null ? "" : placeName(active.area)}
      </output>
      <span class="fx" aria-hidden="true">
        fx
      </span>
      {active !== null && (
        <Content
          key={`${active.sheet} ${active.row} ${active.column} ${active.typed}`}
          active={active}
        />
      )}
    </div>
  );
}

/** What the cell holds, editable: Enter types it, Escape restores it. */
function Content({ active }: { readonly active: ActiveCell }) {
  const { sheet, row, column, typed } = active;
  const [text, setText] = useState(typed);
  const isLeft = useRef(false);
  const finish = (): void => {
    if (isLeft.current) setText(typed);
    else if (text !== typed) void typeInto(sheet, row, column, [[text]], "person");
    isLeft.current = false;
  };
  const key = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" && event.key !== "Escape") return;
    event.preventDefault();
    isLeft.current = event.key === "Escape";
    theGrid()?.focus();
  };
  return (
    <input
      class="formula"
      aria-label="Content of the cell"
      spellcheck={false}
      autocomplete="off"
      value={text}
      onInput={(event) => setText(event.currentTarget.value)}
      onKeyDown={key}
      onBlur={finish}
    />
  );
}
