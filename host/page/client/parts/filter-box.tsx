import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { FilterChoices } from "../../wire";
import { act, call, tell } from "../state/call";
import { client } from "../state/client-state";
import { usePart } from "../state/store";
import { theGrid } from "../state/the-grid";
import { AnswerButtons } from "./answer-buttons";
import { type Condition, ConditionFields, conditionOf, ruleOf } from "./filter-condition";

type Place = { readonly sheet: number; readonly row: number; readonly column: number };

/** The filter of a column: opened by its button in the header cell, or there by Alt+Down. */
export function FilterBox() {
  const place = usePart(client, ({ filtering }) => filtering);
  const [choices, setChoices] = useState<FilterChoices | null>(null);
  useEffect(() => {
    setChoices(null);
    if (place === null) return;
    const { sheet, column } = place;
    call("filter-values", { sheet, column }).then(setChoices, (thrown: unknown) => {
      client.set({ filtering: null });
      tell("The filter could not be opened", thrown);
    });
  }, [place]);
  return place && choices && <OpenBox place={place} choices={choices} />;
}

const width = 270;

function OpenBox({ place, choices }: { readonly place: Place; readonly choices: FilterChoices }) {
  const { sheet, row, column } = place;
  const box = useRef<HTMLDivElement>(null);
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set(choices.by?.hidden ?? []));
  const [search, setSearch] = useState("");
  const [condition, setCondition] = useState<Condition>(conditionOf(choices.by));
  const [fault, setFault] = useState("");
  const close = (): void => {
    client.set({ filtering: null });
    theGrid()?.focus();
  };
  useLayoutEffect(() => {
    box.current?.querySelector<HTMLElement>("button")?.focus();
    const away = (event: Event): void => {
      if (!box.current?.contains(event.target as Node)) client.set({ filtering: null });
    };
    addEventListener("pointerdown", away, true);
    return () => removeEventListener("pointerdown", away, true);
  }, []);
  const listed = choices.texts.filter(({ text }) =>
    shownAs(text).toLowerCase().includes(search.toLowerCase()),
  );
  const set = (texts: readonly string[], hides: boolean): void => {
    const next = new Set(hidden);
    for (const text of texts) hides ? next.add(text) : next.delete(text);
    setHidden(next);
  };
  const sort = (descending: boolean): void => {
    close();
    void act("sort-filter", { sheet, column, descending });
  };
  const done = (event: SubmitEvent): void => {
    event.preventDefault();
    const rule = ruleOf(condition);
    if (typeof rule === "string") {
      setFault(rule);
      return;
    }
    close();
    const by = { hidden: [...hidden], ...rule };
    const isNone = by.hidden.length === 0 && by.criteria === null;
    void act("filter-column", { sheet, column, by: isNone ? null : by });
  };
  const texts = listed.map(({ text }) => text);
  const cell = theGrid()?.cellPlace(row, column)?.box;
  const left = Math.max(8, Math.min(cell?.left ?? 80, innerWidth - width - 8));
  const top = Math.max(8, Math.min(cell?.bottom ?? 140, innerHeight - 470));
  return (
    <div
      class="filter-box"
      role="dialog"
      aria-label={`Filter of ${theGrid()?.cellAt(row, column)?.text || "this column"}`}
      ref={box}
      style={{ left: `${left}px`, top: `${top}px`, width: `${width}px` }}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        close();
      }}
    >
      <form onSubmit={done}>
        <div class="filter-sort">
          <button type="button" class="menu-item" onClick={() => sort(false)}>
            Sort A to Z
          </button>
          <button type="button" class="menu-item" onClick={() => sort(true)}>
            Sort Z to A
          </button>
        </div>
        <ConditionFields condition={condition} change={setCondition} />
        {fault !== "" && (
          <p class="filter-fault" role="alert">
            {fault}
          </p>
        )}
        <input
          class="input"
          aria-label="Search among the values"
          placeholder="Search among the values"
          autocomplete="off"
          value={search}
          onInput={(event) => setSearch(event.currentTarget.value)}
        />
        <div class="filter-all">
          <button type="button" class="link" onClick={() => set(texts, false)}>
            Select all
          </button>
          <button type="button" class="link" onClick={() => set(texts, true)}>
            Clear
          </button>
          <span>
            {choices.total > choices.texts.length
              ? `the first ${choices.texts.length.toLocaleString("en")} of ${choices.total.toLocaleString("en")} values`
              : `${choices.total} ${choices.total === 1 ? "value" : "values"}`}
          </span>
        </div>
        <div class="filter-values">
          {listed.map(({ text, count }) => (
            <label key={text}>
              <input
                type="checkbox"
                checked={!hidden.has(text)}
                onChange={(event) => set([text], !event.currentTarget.checked)}
              />
              <span class="filter-text">{shownAs(text)}</span>
              <span class="filter-count">{count}</span>
            </label>
          ))}
          {listed.length === 0 && <p class="filter-none">No value has this in it.</p>}
        </div>
        <AnswerButtons close={close} name="filter-buttons" />
      </form>
    </div>
  );
}

const shownAs = (text: string): string => (text === "" ? "(Blanks)" : text);
