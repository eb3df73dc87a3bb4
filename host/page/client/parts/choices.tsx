import { useEffect, useRef, useState } from "preact/hooks";
import { client } from "../state/client-state";
import { typeInto } from "../state/history";
import { theGrid } from "../state/the-grid";

type Opened = {
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly choices: readonly string[];
  readonly box: DOMRect;
};

/** The list of a drop-down: opened by its arrow or by Alt+Down on the active cell. */
export function Choices() {
  const [opened, setOpened] = useState<Opened | null>(null);
  useEffect(() => {
    const open = (): void => {
      const { active } = client.get();
      const box = active && theGrid()?.cellBox(active.row, active.column);
      if (active?.choices && box) setOpened({ ...active, choices: active.choices, box });
    };
    const key = (event: KeyboardEvent): void => {
      if (!event.altKey || event.key !== "ArrowDown") return;
      event.preventDefault();
      event.stopPropagation();
      open();
    };
    const later = (): unknown => setTimeout(open, 0);
    addEventListener("open-choices", later);
    addEventListener("keydown", key, true);
    return () => {
      removeEventListener("open-choices", later);
      removeEventListener("keydown", key, true);
    };
  }, []);
  return opened && <ChoiceList key={opened.box.y} opened={opened} close={() => setOpened(null)} />;
}

function ChoiceList({ opened, close }: { readonly opened: Opened; readonly close: () => void }) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
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
