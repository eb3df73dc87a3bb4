import { useEffect } from "preact/hooks";
import { text } from "../format/text";
import type { Choice, SearchResult } from "./choice";

/** The choices that a picker's search found. */
export function ChoiceList(props: {
  readonly id: string;
  readonly optionId: string;
  readonly found: SearchResult;
  readonly at: number;
  readonly onChoose: (choice: Choice) => void;
}) {
  const { id, optionId, found, at, onChoose } = props;
  const { choices, error, isLoading } = found;
  useEffect(() => {
    document.getElementById(`${optionId}-${at}`)?.scrollIntoView({ block: "nearest" });
  }, [optionId, at]);
  return (
    <div class="choices">
      <div id={id} class="choices-list" role="listbox" aria-label="Found" aria-busy={isLoading}>
        {choices?.map((choice, index) => (
          <button
            key={choice.key}
            type="button"
            tabIndex={-1}
            id={`${optionId}-${index}`}
            class="option"
            role="option"
            aria-selected={index === at}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onChoose(choice)}
          >
            <span class="strong">{choice.name}</span>
            <span class="faint">{choice.about}</span>
          </button>
        ))}
      </div>
      <p role="status" class="choices-status">
        {error
          ? text.refused(error)
          : isLoading
            ? "Searching…"
            : choices?.length === 0
              ? "Nothing found."
              : ""}
      </p>
    </div>
  );
}
