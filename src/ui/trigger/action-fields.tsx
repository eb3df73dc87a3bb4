import type { Form } from "../form/use-form";
import type { DrawField } from "./trigger-fields";

/** What is done, and the fields that this action takes. */
export function ActionFields(props: {
  readonly form: Form<"save-trigger">;
  readonly draw: DrawField;
}) {
  const { form, draw } = props;
  const action = form.text("action");
  const isDrip = action === "start a drip";
  const isSale = form.text("event") === "transaction created";
  const isSplit = form.text("mode") === "split a total";
  return (
    <>
      {draw({ id: "action", label: "Then", hint: "" })}
      {(isDrip || action === "grant a reward") && (
        <>
          {isDrip && draw({ id: "mode", label: "The amount is", hint: "", isTerse: true })}
          <div class="pair">
            {draw({
              id: "amount",
              label: isDrip ? (isSplit ? "Total amount" : "Amount per occurrence") : "Amount",
              hint: isSale ? "Or a percent below." : "",
              isTerse: true,
            })}
            {draw({ id: "currency", hint: "Blank: the program's", isTerse: true })}
          </div>
          {(isSale || form.text("percent") !== "") &&
            draw({ id: "percent", label: "Percent of the sale", isTerse: true })}
        </>
      )}
      {isDrip && (
        <>
          {draw({ id: "occurrences", hint: "How many rewards it makes, 1 to 600.", isTerse: true })}
          <div class="pair">
            {draw({ id: "cycle", label: "One every", hint: "", isTerse: true })}
            {draw({ id: "cycleUnit", label: "Unit", hint: "", isTerse: true })}
          </div>
          <div class="pair">
            {draw({ id: "delay", label: "First one after", hint: "", isTerse: true })}
            {draw({ id: "delayUnit", label: "Unit", hint: "", isTerse: true })}
          </div>
        </>
      )}
      {action === "move the partner to a group" && draw({ id: "group", hint: "" })}
    </>
  );
}
