import { Icon } from "./icon";

/** A search field; Escape clears it. */
export function SearchBox(props: {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
}) {
  const { id, label, hint, value, onValue } = props;
  const clear = () => {
    onValue("");
    document.getElementById(id)?.focus();
  };
  return (
    <div class="search">
      <label class="unseen" for={id}>
        {label}
      </label>
      <Icon name="search" />
      <input
        id={id}
        type="text"
        inputMode="search"
        autocomplete="off"
        spellcheck={false}
        placeholder={hint}
        value={value}
        data-first
        onInput={(event) => onValue(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape" && value !== "") clear();
        }}
      />
      {value !== "" && (
        <button type="button" class="icon-button" aria-label="Clear the search" onClick={clear}>
          <Icon name="close" />
        </button>
      )}
    </div>
  );
}
