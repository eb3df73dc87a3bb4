import { errorAt } from "../form/field-errors";
import { FormFieldRow } from "../form/form-field";
import { useForm } from "../form/use-form";
import { text } from "../format/text";
import { FormPanel } from "../parts/form-panel";
import { WhenLoaded } from "../parts/when-loaded";
import { useAct } from "../state/use-act";
import { useLoad } from "../state/use-load";
import { EndDripsPreview } from "./end-drips-preview";

/**
 * Asks before drips are ended: shows per drip and currency what is kept and what is lost, in amounts and dates; takes
 * a reason, an end date, and whether to decline rewards that are not reviewed yet (DRIP-24, DRIP-25).
 */
export function EndDripsPanel(props: {
  readonly drips: readonly string[];
  readonly onClose: () => void;
  readonly onEnded: (sentence: string, isStillToCome: boolean) => void;
}) {
  const { drips, onClose, onEnded } = props;
  const form = useForm("end-drip", {}, drips.join(" "));
  const on = form.text("on");
  const preview = useLoad("end-drip", { drips, on });
  const act = useAct("end-drip");
  const what = drips.length === 1 ? "drip" : `${drips.length} drips`;
  const unreviewed = preview.output?.unreviewed ?? 0;

  const end = async () => {
    if (act.isBusy || !form.check({ reason: "Enter a reason." })) return;
    const reply = await act.start({
      drips,
      on,
      reason: form.text("reason"),
      declineUnreviewed: unreviewed > 0 && form.values.declineUnreviewed === true,
      confirmed: true,
    });
    if (!reply) return;
    if (!reply.ok) return form.showRefusal(reply.error);
    const { count, sums, drips: ended } = reply.output;
    const lost = sums.filter(({ lost }) => lost.amount > 0);
    const money = lost.map(({ lost: { text: amount, currency } }) => text.money(amount, currency));
    form.reset();
    onEnded(
      `${text.count(count, "drip")} ended${on ? ` on ${text.day(on)}` : ""}. ` +
        (money.length > 0 ? `${money.join(", ")} will not be made.` : "All rewards are kept."),
      on !== "" && ended.rows.some(({ lost: { from } }) => from !== null),
    );
  };

  const errorAtDay = errorAt(preview.error, "on");
  return (
    <FormPanel
      title={`End ${drips.length === 1 ? "this drip" : `these ${what}`}?`}
      above={
        <WhenLoaded loaded={errorAtDay ? { ...preview, error: undefined } : preview} bars={2}>
          {(output) => <EndDripsPreview preview={output} />}
        </WhenLoaded>
      }
      error={form.error}
      isBusy={act.isBusy}
      action={`End ${what}`}
      busy="Ending"
      onSubmit={() => void end()}
      onClose={onClose}
    >
      <FormFieldRow form={form} id="reason" isRequired />
      <FormFieldRow form={form} id="on" error={errorAtDay} />
      {unreviewed > 0 && (
        <FormFieldRow
          form={form}
          id="declineUnreviewed"
          label={`Also decline the ${text.count(unreviewed, "reward")} not yet reviewed`}
        />
      )}
    </FormPanel>
  );
}
