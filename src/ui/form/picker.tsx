import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Sentence } from "../../engine/kernel/message";
import { useDebounced } from "../state/use-debounced";
import type { Choice, SearchResult } from "./choice";
import { ChoiceList } from "./choice-list";
import { FieldShell } from "./form-field";

/**
 * A field that searches for a record and holds the chosen one. Arrow keys move through the results, Enter chooses
 * one, Escape closes the list.
 */
export function Picker(props: {
  readonly id: string;
  readonly label: string;
  readonly isOptional: boolean;
  readonly placeholder: string;
  readonly hint?: string;
  readonly error?: Sentence | undefined;
  readonly chosen: Choice | undefined;
  readonly onChoose: (choice: Choice | undefined) => void;
  /** A hook that searches; it only calls the server while the list is open. */
  readonly useSearchResult: (search: string, isWanted: boolean) => SearchResult;
}) {
  const { id, chosen, onChoose, useSearchResult } = props;
  const [typed, setTyped] = useState("");
  const [isOpen, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const search = useDebounced(typed, 200);
  const isSettled = search === typed;
  const result = useSearchResult(search, isOpen && isSettled);
  const found = { ...result, isLoading: result.isLoading || !isSettled };
  const choices = found.choices ?? [];

  // The field and the button that takes its place share one id. The focus moves as it is drawn: any later, and it would
  // be taken from the field that the person has gone to meanwhile.
  const takesFocus = useRef(false);
  useLayoutEffect(() => {
    if (takesFocus.current) document.getElementById(id)?.focus();
    takesFocus.current = false;
  });
  // By a class and not by ":has()", which browsers of before 2024 do not all know.
  useLayoutEffect(
    () => document.getElementById(id)?.closest(".panel")?.classList.add("roomy"),
    [id],
  );
  const choose = (choice: Choice | undefined) => {
    takesFocus.current = true;
    onChoose(choice);
    setTyped("");
    setOpen(false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      if (!isOpen) return setOpen(true);
      if (choices.length > 0) setAt((at + step + choices.length) % choices.length);
    } else if (event.key === "Enter" && isOpen) {
      event.preventDefault();
      const choice = found.isLoading ? undefined : choices[at];
      if (choice) choose(choice);
    } else if (event.key === "Escape" && isOpen) {
      event.preventDefault();
      event.stopPropagation();
      setOpen(false);
    }
  };

  return (
    <FieldShell {...props} id={id}>
      {(describedBy) =>
        chosen ? (
          <div class="chosen">
            <div class="grow">
              <p class="strong">{chosen.name}</p>
              <p class="faint">{chosen.about}</p>
            </div>
            <button
              type="button"
              id={id}
              class="button text"
              aria-describedby={describedBy}
              aria-label={`${props.label}: ${chosen.name}. Choose another`}
              onClick={() => choose(undefined)}
            >
              Change
            </button>
          </div>
        ) : (
          <div class="picker">
            <input
              id={id}
              type="text"
              role="combobox"
              autocomplete="off"
              spellcheck={false}
              placeholder={props.placeholder}
              aria-expanded={isOpen}
              aria-controls={`${id}-list`}
              aria-autocomplete="list"
              aria-activedescendant={isOpen && choices[at] ? `${id}-${at}` : undefined}
              aria-describedby={describedBy}
              aria-invalid={props.error ? true : undefined}
              aria-required={props.isOptional ? undefined : true}
              value={typed}
              onFocus={() => typed !== "" && setOpen(true)}
              onBlur={() => setOpen(false)}
              onInput={(event) => {
                setTyped(event.currentTarget.value);
                setAt(0);
                setOpen(true);
              }}
              onClick={() => setOpen(true)}
              onKeyDown={onKeyDown}
            />
            {isOpen && (
              <ChoiceList id={`${id}-list`} optionId={id} found={found} at={at} onChoose={choose} />
            )}
          </div>
        )
      }
    </FieldShell>
  );
}
