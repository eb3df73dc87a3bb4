/** The keys that a person has ticked. */
export type Chosen = ReadonlySet<string>;
export type OnChosen = (chosen: Chosen) => void;

/** A box that chooses one row, or all rows of a group. */
export function Tick(props: {
  readonly label: string;
  readonly keys: readonly string[];
  readonly chosen: Chosen;
  readonly onChosen: OnChosen;
}) {
  const { label, keys, chosen, onChosen } = props;
  return (
    <input
      type="checkbox"
      aria-label={label}
      checked={keys.every((key) => chosen.has(key))}
      onChange={({ currentTarget }) => {
        const rest = [...chosen].filter((key) => !keys.includes(key));
        onChosen(new Set(currentTarget.checked ? [...rest, ...keys] : rest));
      }}
    />
  );
}
