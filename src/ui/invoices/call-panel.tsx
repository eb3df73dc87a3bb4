import type { ComponentChildren } from "preact";
import type { Input, Output } from "../../engine/contract/contract";
import type { FormCall } from "../form/definitions";
import type { Values } from "../form/field-errors";
import { FormFieldRow } from "../form/form-field";
import { useForm } from "../form/use-form";
import { FormPanel } from "../parts/form-panel";
import { showToast } from "../parts/toast";
import { useAct } from "../state/use-act";

/** A panel that explains a call, takes its fields, makes it, and shows a toast of what was done. */
export function CallPanel<C extends FormCall>(props: {
  readonly call: C;
  readonly title: string;
  readonly children: ComponentChildren;
  readonly given: Values;
  /** Inputs chosen elsewhere, in addition to the form's. */
  readonly chosen?: Partial<Input<C>>;
  readonly fields: readonly (keyof Input<C> & string)[];
  readonly action: string;
  readonly doneText: (output: Output<C>) => string;
  readonly onDone: () => void;
  readonly onClose: () => void;
}) {
  const { call, given, onClose } = props;
  const form = useForm(call, given, Object.values(given).join(" "));
  const act = useAct(call);
  const send = async (repeat?: true) => {
    if (act.isBusy || !form.check()) return;
    const reply = await act.start({
      ...form.input,
      ...props.chosen,
      ...(repeat ? { repeat } : {}),
    });
    if (!reply) return;
    if (!reply.ok) return form.showRefusal(reply.error);
    form.reset();
    showToast(props.doneText(reply.output));
    props.onDone();
  };
  return (
    <FormPanel
      title={props.title}
      above={props.children}
      error={form.error}
      isBusy={act.isBusy}
      action={props.action}
      onSubmit={() => void send()}
      onRepeat={() => void send(true)}
      onClose={onClose}
    >
      {props.fields.map((id) => (
        <FormFieldRow key={id} form={form} id={id} />
      ))}
    </FormPanel>
  );
}
