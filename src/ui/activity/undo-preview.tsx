import type { Output } from "../../engine/contract/contract";
import { text } from "../format/text";

type Undo = Output<"undo-run">;
const FEW = 8;

const tabs = (counts: Undo["removed"]): string =>
  Object.entries(counts)
    .map(([tab, n]) => `${tab} ${n}`)
    .join(", ") || "none";

/** Lists what is removed, restored and kept, and what a person has changed since. */
export function UndoPreview(props: {
  readonly output: Undo;
  readonly changedToo: boolean;
  readonly onChangedToo: (changedToo: boolean) => void;
}) {
  const { output, changedToo, onChangedToo } = props;
  const { what, removed, restored, stays, asked, adjustments } = output;
  const rest = Math.max(0, stays.length - FEW) + output.more;
  return (
    <>
      <p class="faint">{what}</p>
      <dl class="pairs">
        <dt class="faint">Rows removed</dt>
        <dd>{tabs(removed)}</dd>
        <dt class="faint">Rows restored</dt>
        <dd>{tabs(restored)}</dd>
      </dl>
      {stays.length > 0 && (
        <>
          <p class="strong">These are kept</p>
          <ul class="plain">
            {stays.slice(0, FEW).map(({ tab, key, why }) => (
              <li key={`${tab} ${key}`}>
                {tab} {key}: {why}
              </li>
            ))}
            {rest > 0 && <li>and {rest} more</li>}
          </ul>
        </>
      )}
      {adjustments.length > 0 && (
        <>
          <p class="strong">Rewards put on hold to correct it</p>
          <ul class="plain">
            {adjustments.map(({ reward, decimal, currency }) => (
              <li key={reward}>
                {text.money(decimal, currency)} for {reward}
              </li>
            ))}
          </ul>
        </>
      )}
      {asked.length > 0 && (
        <p class="field inline">
          <input
            id="changed-too"
            type="checkbox"
            checked={changedToo}
            onChange={(event) => onChangedToo(event.currentTarget.checked)}
          />
          <label for="changed-too">
            Also undo {text.count(asked.length, "row")} that you changed since
          </label>
        </p>
      )}
      <p>The program is paused afterwards, until you resume it.</p>
    </>
  );
}
