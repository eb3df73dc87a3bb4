import type { Input, Output } from "../../engine/contract/contract";
import { errorAt } from "../form/field-errors";
import { FormFieldRow } from "../form/form-field";
import { useForm } from "../form/use-form";
import { text } from "../format/text";
import { dotted } from "../format/words";
import { Button } from "../parts/button";
import { Refusal } from "../parts/notice";
import { Panel } from "../parts/panel";
import { Skeleton } from "../parts/skeleton";
import { say } from "../parts/toast";
import { useAct } from "../state/use-act";
import { useLoad } from "../state/use-load";
import type { Archivable } from "./archivable";
import { UnarchivePanel } from "./unarchive-panel";

/** "1 drip ends; 5 rewards, $100.00 in all, are never made." */
function lostText({ lost, drips }: Output<"archive-record">): string {
  if (lost.length === 0) return "No running drip ends.";
  const count = drips.rows.length + drips.more;
  const parts = lost.map(
    (each) =>
      `${text.count(each.count, "reward")}, ${text.money(each.amount, each.currency)} in all`,
  );
  return `${text.count(count, "drip")} ${count === 1 ? "ends" : "end"}; ${parts.join("; ")}, are never made.`;
}

/** Asks before a record is archived, or brought back where it is archived already: which drips end, and what is never made, in amounts and dates. */
export function ArchivePanel(props: {
  readonly record: Archivable;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const { record, onClose, onDone } = props;
  const { table, key, name } = record;
  const form = useForm("archive-record", { table, key }, `${table} ${key}`);
  const input: Input<"archive-record"> = { table, key, on: form.text("on") };
  const { output, error, isLoading, reload } = useLoad("archive-record", input);
  const act = useAct("archive-record");
  const archive = async () => {
    const reply = await act.start({ ...input, confirmed: true });
    if (!reply) return;
    if (!reply.ok) return form.refuse(reply.error);
    form.reset();
    say(`${name} is archived. ${lostText(reply.output)}`);
    onDone();
  };
  if (output?.archived) return <UnarchivePanel {...props} />;
  return (
    <Panel title={`Archive ${name}?`} onClose={onClose}>
      {error && errorAt(error, "on") === undefined && (
        <Refusal error={error} onRetry={reload} isBusy={isLoading} />
      )}
      {!output && isLoading && <Skeleton rows={2} />}
      {output && (
        <div class={isLoading ? "stale" : undefined} aria-live="polite">
          <p>
            <b>{lostText(output)}</b> Rewards already made stand. Nothing comes back by itself.
          </p>
          <ul class="plain">
            {output.drips.rows.map(({ drip, customerName, description, currency, lost }) => (
              <li key={drip}>
                {dotted([customerName, description]) || drip}: {text.money(lost.amount, currency)}
                {lost.from && lost.to && `, ${text.day(lost.from)} to ${text.day(lost.to)}`}
              </li>
            ))}
            {output.drips.more > 0 && <li>and {output.drips.more} more</li>}
          </ul>
        </div>
      )}
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void archive();
        }}
      >
        <FormFieldRow form={form} id="on" error={errorAt(error, "on")} />
        {form.error && <Refusal error={form.error} />}
        <div class="buttons">
          <Button look="action" type="submit" isBusy={act.isBusy}>
            {act.isBusy ? "Archiving" : "Archive"}
          </Button>
          <Button onClick={onClose}>Keep it</Button>
        </div>
      </form>
    </Panel>
  );
}
