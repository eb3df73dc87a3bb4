import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { Call, Output, Reply } from "../../engine/contract/contract";
import type { FieldByCode } from "../form/field-errors";
import type { Form } from "../form/use-form";
import { runAtHome } from "../home/run-at-home";
import { Button } from "../parts/button";
import { Refusal } from "../parts/notice";
import { Panel } from "../parts/panel";
import { showToast, type ToastAction } from "../parts/toast";
import { goBack } from "../shell/router";
import { ScreenFrame } from "../shell/screen-frame";
import { useStore } from "../state/store";
import type { Act } from "../state/use-act";
import { withoutTriggers } from "../state/without-triggers";

/** Whether a preview has nothing to show: no trigger looked at the row, and nothing is odd about it. */
const triggersNothing = (shown: object | null): boolean =>
  shown !== null &&
  "triggers" in shown &&
  "notes" in shown &&
  [shown.triggers, shown.notes].every((each) => Array.isArray(each) && each.length === 0);

const FORM = "record";
const fieldByCode: FieldByCode = {
  PARTNER_UNKNOWN: "partner",
  CUSTOMER_UNKNOWN: "customer",
  SALE_UNKNOWN: "refundOf",
};
type RecordCall = "add-customer" | "add-partner" | "record-sale" | "record-refund";

/**
 * A form that records a row: it first shows what the row will trigger, and writes only after the person confirms. The
 * next run judges the row; it can be started at once.
 */
export function RecordFrame<P extends Call>(props: {
  readonly title: string;
  /** What is reported afterwards: "Sale recorded", "Ada Berg added". */
  readonly done: string;
  readonly form: Pick<Form<RecordCall>, "check" | "showRefusal" | "reset" | "error">;
  readonly isBusy: boolean;
  readonly preview: () => ReturnType<Act<P>["start"]>;
  readonly record: () => Promise<Reply<RecordCall> | undefined>;
  readonly show: (shown: Output<P>) => ComponentChildren;
  readonly onDone?: (key: string) => ToastAction | undefined;
  readonly children: ComponentChildren;
}) {
  const { title, form, isBusy, preview, record } = props;
  const [shownPreview, setShownPreview] = useState<Output<P> | undefined>(undefined);
  const isWithoutTriggers = useStore(withoutTriggers);
  const showPreview = async () => {
    if (isBusy || !form.check()) return;
    const reply = await preview();
    if (reply?.ok && isWithoutTriggers && triggersNothing(reply.output)) await save();
    else if (reply?.ok) setShownPreview(reply.output);
    else if (reply) form.showRefusal(reply.error, fieldByCode);
  };
  const save = async () => {
    const reply = await record();
    if (!reply) return;
    setShownPreview(undefined);
    if (!reply.ok) return form.showRefusal(reply.error, fieldByCode);
    form.reset();
    const { key, wasThere } = reply.output;
    const run = { label: "Run now", go: runAtHome };
    const action = props.onDone?.(key) ?? run;
    showToast(
      wasThere
        ? "This was already saved. Nothing was added."
        : `${props.done}. The next run processes it.`,
      action,
    );
    goBack();
  };
  return (
    <ScreenFrame
      title="Record"
      status={form.error && <Refusal error={form.error} />}
      actions={
        <>
          <Button look="action" type="submit" form={FORM} isBusy={isBusy}>
            {isWithoutTriggers ? title : "See what it triggers"}
          </Button>
          <Button onClick={goBack}>Cancel</Button>
        </>
      }
    >
      <form
        id={FORM}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void showPreview();
        }}
      >
        {props.children}
      </form>
      {shownPreview && (
        <Panel title={title} onClose={() => setShownPreview(undefined)}>
          {props.show(shownPreview)}
          <div class="buttons">
            <Button look="action" isBusy={isBusy} onClick={() => void save()}>
              {title}
            </Button>
            <Button onClick={() => setShownPreview(undefined)}>Go back</Button>
          </div>
        </Panel>
      )}
    </ScreenFrame>
  );
}
