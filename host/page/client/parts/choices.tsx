import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { filterAt } from "../grid/filter-marks";
import { type CellContent, client } from "../state/client-state";
import { typeInto } from "../state/sheet-acts";
import { usePart } from "../state/store";
import { theGrid } from "../state/the-grid";

type Opened = CellContent & { readonly choices: readonly string[]; readonly box: DOMRect };

const close = (): void => client.set({ choosing: null });

/** The list of a drop-down: opened by its arrow, or by Alt+Down on the active cell, which opens a filter too. */
export function Choices() {
  const place = usePart(client, ({ choosing }) => choosing);
  useEffect(() => {
    const key = (event: KeyboardEvent): void => {
      const { active } = client.get();
      if (!event.altKey || event.key !== "ArrowDown" || active === null) return;
      const { sheet, row, column, choices } = active;
      const isFilter = filterAt(sheet, row, column) !== null;
      if (!isFilter && choices === null) return;
      event.preventDefault();
      event.stopPropagation();
      client.set(isFilter ? { filtering: { sheet, row, column } } : { choosing: { row, column } });
    };
    addEventListener("keydown", key, true);
    return () => removeEventListener("keydown", key, true);
  }, []);
  const cell = place && theGrid()?.cellAt(place.row, place.column);
  const box = place && theGrid()?.cellBox(place.row, place.column);
  if (!cell?.choices || !box) return null;
  const opened = { ...cell, choices: cell.choices, box };
  return <ChoiceList key={`${cell.row} ${cell.column}`} opened={opened} />;
}

function ChoiceList({ opened }: { readonly opened: Opened }) {
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const { current } = list;
    (
      current?.querySelector<HTMLElement>("[aria-selected=true]") ??
      (current?.firstElementChild as HTMLElement | null)
    )?.focus();
    const away = (event: Event): void => {
      if (!current?.contains(event.target as Node)) close();
    };
    addEventListener("pointerdown", away, true);
    return () => removeEventListener("pointerdown", away, true);
  }, []);
  const leave = (): void => {
    close();
    theGrid()?.focus();
  };
  const choose = (choice: string): void => {
    leave();
    void typeInto(opened.sheet, opened.row, opened.column, [[choice]], "person");
  };
  const key = (event: KeyboardEvent): void => {
    const now = document.activeElement;
    if (event.key === "ArrowDown") (now?.nextElementSibling as HTMLElement | null)?.focus();
    else if (event.key === "ArrowUp") (now?.previousElementSibling as HTMLElement | null)?.focus();
    else if (event.key === "Enter" || event.key === " ") (now as HTMLElement).click();
    else if (event.key === "Escape" || event.key === "Tab") leave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const { left, bottom, width } = opened.box;
  return (
    <div
      class="choices"
      role="listbox"
      aria-label="Choices"
      ref={list}
      onKeyDown={key}
      style={{
        left: `${left}px`,
        top: `${Math.min(bottom, innerHeight - 260)}px`,
        minWidth: `${Math.max(140, width)}px`,
      }}
    >
      {opened.choices.map((choice) => (
        <button
          key={choice}
          type="button"
          role="option"
          class="choice"
          tabIndex={-1}
          aria-selected={choice === opened.text}
          onClick={() => choose(choice)}
        >
          {choice}
        </button>
      ))}
    </div>
  );
}
