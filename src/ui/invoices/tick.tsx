import { useState } from "preact/hooks";

/** The keys that a person has ticked. */
export type Chosen = ReadonlySet<string>;
export type OnChosen = (change: (chosen: Chosen) => Chosen) => void;

/** A checkbox for one row, or for all rows of a group. */
export function Tick(props: {
  readonly label: string;
  readonly keys: readonly string[];
  readonly chosen: Chosen;
  readonly onChosen: OnChosen;
  /** Reads the keys of the whole group where some are not loaded yet; undefined where that failed. */
  readonly all?: (() => Promise<readonly string[] | undefined>) | undefined;
}) {
  const { label, keys, chosen, onChosen, all } = props;
  /** What the box shows while the group is read. */
  const [pending, setPending] = useState<boolean | undefined>(undefined);
  return (
    <input
      type="checkbox"
      aria-label={label}
      aria-busy={pending !== undefined || undefined}
      checked={pending ?? (!all && keys.every((key) => chosen.has(key)))}
      onChange={async ({ currentTarget }) => {
        const { checked } = currentTarget;
        if (all) setPending(checked);
        const group = all ? await all() : keys;
        setPending(undefined);
        if (!group) return;
        onChosen((before) => {
          const rest = [...before].filter((key) => !group.includes(key));
          return new Set(checked ? [...rest, ...group] : rest);
        });
      }}
    />
  );
}
