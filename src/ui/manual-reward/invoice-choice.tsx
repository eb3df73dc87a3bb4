import type { Sentence } from "../../engine/kernel/message";
import { text } from "../format/text";
import { Refusal } from "../parts/notice";
import { Skeleton } from "../parts/skeleton";
import type { Loaded } from "../state/use-load";

/** The next invoice or one in review, each with the day on which it would be paid (REWARD-15). */
export function InvoiceChoice(props: {
  readonly id: string;
  readonly places: Loaded<"list-places">;
  readonly month: string;
  readonly error: Sentence | undefined;
  readonly onMonth: (month: string) => void;
}) {
  const { id, month, error, onMonth } = props;
  const { output, isLoading, reload } = props.places;
  const refusal = props.places.error?.code === "INPUT_INVALID" ? undefined : props.places.error;
  return (
    <fieldset
      id={id}
      class="field"
      tabIndex={-1}
      aria-describedby={error ? "placing-error" : undefined}
    >
      <legend class="group-label">Invoice</legend>
      {!output && isLoading && <Skeleton rows={1} />}
      {refusal && <Refusal error={refusal} onRetry={reload} isBusy={isLoading} />}
      {output?.places.map((place) => (
        <label class="choice" key={place.month ?? ""}>
          <input
            type="radio"
            name="placing"
            checked={(place.month ?? "") === month}
            onChange={() => onMonth(place.month ?? "")}
          />
          <span>
            {place.month === null ? "Next invoice" : `${text.month(place.month)}, in review`}
            <span class="faint block">
              {place.estimatedPayment === null
                ? "Paused: no payment date yet"
                : `Estimated payment ${text.day(place.estimatedPayment)}`}
            </span>
          </span>
        </label>
      ))}
      {error && (
        <p class="field-error" id="placing-error">
          {text.said(error)}
        </p>
      )}
    </fieldset>
  );
}
