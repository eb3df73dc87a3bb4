import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { Call, Output, Reply } from "../../engine/contract/contract";
import type { Homes } from "../form/field-errors";
import type { Form } from "../form/use-form";
import { runAtHome } from "../home/run-at-home";
import { Button } from "../parts/button";
import { Refusal } from "../parts/notice";
import { Panel } from "../parts/panel";
import { say, type WayOn } from "../parts/toast";
import { goBack } from "../shell/router";
import { ScreenFrame } from "../shell/screen-frame";
import type { Act } from "../state/use-act";

const FORM = "record";
const homes: Homes = {
  PARTNER_UNKNOWN: "partner",
  CUSTOMER_UNKNOWN: "customer",
  SALE_UNKNOWN: "refundOf",
};
type RecordCall = "add-customer" | "add-partner" | "record-sale" | "record-refund";

/**
 * A form that records a row: it shows first what that will trigger, and writes nothing until the person says so.
 * The next run judges the row; it can be started at once.
 */
export function RecordFrame<P extends Call>(props: {
  readonly title: string;
  /** What the row is called: "Sale recorded". */
  readonly done: string;
  readonly form: Pick<Form<RecordCall>, "check" | "refuse" | "reset" | "error">;
  readonly isBusy: boolean;
  readonly look: () => ReturnType<Act<P>["start"]>;
  readonly record: () => Promise<Reply<RecordCall> | undefined>;
  readonly show: (foreseen: Output<P>) => ComponentChildren;
  readonly onDone?: (key: string) => WayOn | undefined;
  readonly children: ComponentChildren;
}) {
  const { title, form, isBusy, look, record } = props;
  const [foreseen, setForeseen] = useState<Output<P> | undefined>(undefined);
  const foresee = async () => {
    if (isBusy || !form.check()) return;
    const reply = await look();
    if (reply?.ok) setForeseen(reply.output);
    else if (reply) form.refuse(reply.error, homes);
  };
  const save = async () => {
    const reply = await record();
    if (!reply) return;
    setForeseen(undefined);
    if (!reply.ok) return form.refuse(reply.error, homes);
    form.reset();
    const { key, wasThere } = reply.output;
    const runIt = { label: "Run now", go: runAtHome };
    const way = props.onDone?.(key) ?? runIt;
    say(
      wasThere
        ? `This was already saved as ${key}. Nothing was added.`
        : `${props.done} as ${key}. The next run processes it.`,
      way,
    );
    goBack();
  };
  return (
    <ScreenFrame
      title="Record"
      hasBack
      status={form.error && <Refusal error={form.error} />}
      actions={
        <>
          <Button look="action" type="submit" form={FORM} isBusy={isBusy}>
            See what it triggers
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
          void foresee();
        }}
      >
        {props.children}
      </form>
      {foreseen && (
        <Panel title={title} onClose={() => setForeseen(undefined)}>
          {props.show(foreseen)}
          <div class="buttons">
            <Button look="action" isBusy={isBusy} onClick={() => void save()}>
              {title}
            </Button>
            <Button onClick={() => setForeseen(undefined)}>Go back</Button>
          </div>
        </Panel>
      )}
    </ScreenFrame>
  );
}
