import type { Input, Output } from "../../engine/contract/contract";
import { errorAt } from "../form/field-errors";
import { FormFieldRow } from "../form/form-field";
import { useForm } from "../form/use-form";
import { text } from "../format/text";
import { joinWithDots } from "../format/words";
import { FormPanel } from "../parts/form-panel";
import { showToast } from "../parts/toast";
import { WhenLoaded } from "../parts/when-loaded";
import { useAct } from "../state/use-act";
import { useLoad } from "../state/use-load";
import type { Archivable } from "./archivable";
import { UnarchivePanel } from "./unarchive-panel";

/** "1 drip ends: 5 rewards, $100.00 in total, will not be made." */
function lostText({ lost, drips }: Output<"archive-record">): string {
  if (lost.length === 0) return "No running drips end.";
  const count = drips.rows.length + drips.more;
  const parts = lost.map(
    (each) =>
      `${text.count(each.count, "reward")}, ${text.money(each.amount, each.currency)} in total`,
  );
  return `${text.count(count, "drip")} ${count === 1 ? "ends" : "end"}: ${parts.join("; ")}, will not be made.`;
}

/**
 * Asks before a record is archived, and shows which drips end and which amounts and dates are lost. An archived
 * record is offered for bringing back instead.
 */
export function ArchivePanel(props: {
  readonly record: Archivable;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const { record, onClose, onDone } = props;
  const { table, key, name } = record;
  const form = useForm("archive-record", { table, key }, `${table} ${key}`);
  const input: Input<"archive-record"> = { table, key, on: form.text("on") };
  const loaded = useLoad("archive-record", input);
  const { output, error } = loaded;
  const act = useAct("archive-record");
  const undoing = useAct("unarchive-record");
  const undo = async (takeBack: string) => {
    const reply = await undoing.start({ table, key, takeBack, confirmed: true });
    if (!reply) return;
    showToast(reply.ok ? `${name} is active again, as before.` : text.refused(reply.error));
    if (reply.ok) onDone();
  };
  const archive = async () => {
    const reply = await act.start({ ...input, confirmed: true });
    if (!reply) return;
    if (!reply.ok) return form.showRefusal(reply.error);
    form.reset();
    const { takeBack } = reply.output;
    showToast(
      `${name} is archived. ${lostText(reply.output)}`,
      takeBack === null ? undefined : { label: "Undo", go: () => void undo(takeBack) },
    );
    onDone();
  };
  if (output?.archived) return <UnarchivePanel {...props} />;
  const errorAtDay = errorAt(error, "on");
  return (
    <FormPanel
      title={`Archive ${name}?`}
      above={
        <WhenLoaded loaded={errorAtDay ? { ...loaded, error: undefined } : loaded} bars={2}>
          {(output) => (
            <div aria-live="polite">
              <p>
                <b>{lostText(output)}</b> Rewards already made are kept. Drips that end do not
                restart by themselves if you bring it back.
              </p>
              <ul class="plain">
                {output.drips.rows.map(({ drip, customerName, description, currency, lost }) => (
                  <li key={drip}>
                    {joinWithDots([customerName, description]) || drip}:{" "}
                    {text.money(lost.amount, currency)}
                    {lost.from && lost.to && `, ${text.day(lost.from)} to ${text.day(lost.to)}`}
                  </li>
                ))}
                {output.drips.more > 0 && <li>and {output.drips.more} more</li>}
              </ul>
            </div>
          )}
        </WhenLoaded>
      }
      error={form.error}
      isBusy={act.isBusy}
      action="Archive"
      busy="Archiving"
      onSubmit={() => void archive()}
      onClose={onClose}
    >
      <FormFieldRow form={form} id="on" error={errorAtDay} />
    </FormPanel>
  );
}
