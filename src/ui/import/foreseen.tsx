import { useMemo } from "preact/hooks";
import type { WirePart } from "../../engine/intake/import/wire-row";
import { text } from "../format/text";
import { joinWithDots } from "../format/words";
import { WhenLoaded } from "../parts/when-loaded";
import { useLoad } from "../state/use-load";

/** What the active triggers would make of the rows; of a long file, of its first part (IMPORT-15). */
export function Foreseen(props: {
  readonly part: WirePart;
  readonly parts: number;
  readonly startOn: string;
}) {
  const { part, parts, startOn } = props;
  const rows = useMemo(() => JSON.stringify(part), [part]);
  const loaded = useLoad("foresee-import", { rows, startOn });
  return (
    <WhenLoaded loaded={loaded} bars={1}>
      {({ triggers }) => (
        <>
          <p class="import-foreseen">
            {parts > 1 && `This is about the first ${text.count(part.rows.length, "row")}. `}
            {triggers.length === 0
              ? "As of today, the triggers would make no rewards or drips from these rows."
              : "As of today, the triggers would make:"}
          </p>
          <ul>
            {triggers.map(({ trigger, name, rewards, drips, sums }) => (
              <li key={trigger}>
                {name}:{" "}
                {joinWithDots([
                  rewards > 0 && text.count(rewards, "reward"),
                  ...sums.map((sum) => text.money(sum.text, sum.currency)),
                  drips > 0 && text.count(drips, "drip"),
                ])}
              </li>
            ))}
          </ul>
        </>
      )}
    </WhenLoaded>
  );
}
