import type { Output } from "../../../engine/contract";
import { Skeleton } from "../../parts/skeleton";
import { text } from "../../text";

type Place = Output<"list-places">["places"][number];

/** Onto the next invoice or one in review, each with the day on which it would be paid (product.md §5). */
export function Placing(props: {
  readonly id: string;
  readonly places: readonly Place[] | undefined;
  readonly month: string;
  readonly error: string | undefined;
  readonly onMonth: (month: string) => void;
}) {
  const { id, places, month, error, onMonth } = props;
  return (
    <fieldset
      id={id}
      class="field"
      tabIndex={-1}
      aria-describedby={error ? "placing-error" : undefined}
    >
      <legend class="group-label">Invoice</legend>
      {!places && <Skeleton rows={1} />}
      {places?.map((place) => (
        <label class="choice" key={place.month ?? ""}>
          <input
            type="radio"
            name="placing"
            checked={(place.month ?? "") === month}
            onChange={() => onMonth(place.month ?? "")}
          />
          <span>
            {place.month === null ? "Next invoice" : `${text.month(place.month)}, in review`}
            <span class="faint block">Estimated payment {text.day(place.estimatedPayment)}</span>
          </span>
        </label>
      ))}
      {error && (
        <p class="field-error" id="placing-error">
          {error}
        </p>
      )}
    </fieldset>
  );
}
