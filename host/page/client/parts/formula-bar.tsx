import { useEffect, useRef, useState } from "preact/hooks";
import { client } from "../state/client-state";
import { typeInto } from "../state/history";
import { usePart } from "../state/store";
import { theGrid } from "../state/the-grid";
import { placeName } from "./place-name";

/** Where the cursor is, and what the cell holds; Enter types it, Escape leaves it. */
export function FormulaBar() {
  const active = usePart(client, (state) => state.active);
  const [text, setText] = useState("");
  const isDirty = useRef(false);
  useEffect(() => {
    isDirty.current = false;
    setText(active?.typed ?? "");
  }, [active?.typed, active?.sheet, active?.row, active?.column]);
  const finish = (): void => {
    if (active === null || !isDirty.current || text === active.typed) return;
    isDirty.current = false;
    void typeInto(active.sheet, active.row, active.column, [[text]], "person");
  };
  const key = (event: KeyboardEvent): void => {
    if (event.key === "Enter") finish();
    else if (event.key === "Escape") {
      isDirty.current = false;
      setText(active?.typed ?? "");
    } else return;
    event.preventDefault();
    theGrid()?.focus();
  };
  return (
    <div class="formula-bar">
      <output class="place" aria-label="Selected cells">
        {active === null ? "" : placeName(active.area)}
      </output>
      <span class="fx" aria-hidden="true">
        fx
      </span>
      <input
        class="formula"
        aria-label="Content of the cell"
        spellcheck={false}
        autocomplete="off"
        value={text}
        disabled={active === null}
        onInput={(event) => {
          isDirty.current = true;
          setText(event.currentTarget.value);
        }}
        onKeyDown={key}
        onBlur={finish}
      />
    </div>
  );
}
