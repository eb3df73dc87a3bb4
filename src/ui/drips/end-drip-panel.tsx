import { errorAt } from "../form/field-errors";
import { FormFieldRow } from "../form/form-field";
import { useForm } from "../form/use-form";
import { Button } from "../parts/button";
import { Refusal } from "../parts/notice";
import { Skeleton } from "../parts/skeleton";
import { Panel } from "../shell/panel";
import { say } from "../shell/toast";
import { useAct } from "../state/use-act";
import { useLoad } from "../state/use-load";
import { text } from "../text";
import type { DripLine } from "./drip-card";
import { EndDripPreview } from "./end-drip-preview";

/**
 * Asks before a drip is ended: what stands and what is lost, in amounts and dates; a reason; another end date;
 * and whether to decline what is not yet reviewed (product.md §4).
 */
export function EndDripPanel(props: {
  readonly drip: DripLine;
  readonly onClose: () => void;
  readonly onEnded: () => void;
}) {
  const { drip, onClose, onEnded } = props;
  const form = useForm("end-drip", { drip: drip.key }, drip.key);
  const on = form.text("on");
  const preview = useLoad("end-drip", { drip: drip.key, on, confirmed: false });
  const act = useAct("end-drip");
  const unreviewed = preview.output?.unreviewed ?? 0;

  const end = async () => {
    if (act.isBusy || !form.check({ reason: "Say why it ends." })) return;
    const reply = await act.start({
      drip: drip.key,
      on,
      reason: form.text("reason"),
      declineUnreviewed: unreviewed > 0 && form.values.declineUnreviewed === true,
      confirmed: true,
    });
    if (!reply) return;
    if (!reply.ok) return form.refuse(reply.error);
    const { endsOn, lost } = reply.output;
    form.reset();
    say(
      `The drip ends on ${text.day(endsOn)}. ` +
        (lost.count > 0
          ? `${text.count(lost.count, "reward")} of ${text.money(lost.amount.text, lost.amount.currency)} in all will not be made.`
          : "All its rewards stand."),
    );
    onEnded();
  };

  return (
    <Panel title="End this drip?" onClose={onClose}>
      <p>
        <b>{drip.partnerName}</b>
        {drip.customerName && ` for ${drip.customerName}`}
      </p>
      {!preview.output && preview.isLoading && <Skeleton rows={2} />}
      {preview.error && errorAt(preview.error, "on") === undefined && (
        <Refusal error={preview.error} onRetry={preview.reload} isBusy={preview.isLoading} />
      )}
      {preview.output && (
        <div class={preview.isLoading ? "stale" : undefined} aria-busy={preview.isLoading}>
          <EndDripPreview preview={preview.output} />
        </div>
      )}
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void end();
        }}
      >
        <FormFieldRow form={form} id="reason" isRequired />
        <FormFieldRow form={form} id="on" error={errorAt(preview.error, "on")} />
        {unreviewed > 0 && (
          <FormFieldRow
            form={form}
            id="declineUnreviewed"
            label={`Also decline the ${text.count(unreviewed, "reward")} not yet reviewed`}
          />
        )}
        {form.error && <Refusal error={form.error} />}
        <div class="buttons">
          <Button look="action" type="submit" isBusy={act.isBusy}>
            {act.isBusy ? "Ending" : "End drip"}
          </Button>
          <Button onClick={onClose}>Keep it</Button>
        </div>
      </form>
    </Panel>
  );
}
