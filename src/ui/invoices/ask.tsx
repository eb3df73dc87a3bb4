import type { ComponentChildren } from "preact";
import type { Input, Output } from "../../engine/contract/contract";
import type { FormCall } from "../form/definitions";
import type { Values } from "../form/field-errors";
import { FormFieldRow } from "../form/form-field";
import { useForm } from "../form/use-form";
import { Button } from "../parts/button";
import { Refusal } from "../parts/notice";
import { Panel } from "../parts/panel";
import { say } from "../parts/toast";
import { useAct } from "../state/use-act";

/** A question before a call is made: what it does, its fields, and one blue button; says afterwards what was done. */
export function Ask<C extends FormCall>(props: {
  readonly call: C;
  readonly title: string;
  readonly children: ComponentChildren;
  readonly given: Values;
  /** What was chosen elsewhere, beside what the form holds. */
  readonly chosen?: Partial<Input<C>>;
  readonly fields: readonly (keyof Input<C> & string)[];
  readonly action: string;
  readonly said: (output: Output<C>) => string;
  readonly onDone: () => void;
  readonly onClose: () => void;
}) {
  const { call, given, onClose } = props;
  const form = useForm(call, given, Object.values(given).join(" "));
  const act = useAct(call);
  const send = async () => {
    if (act.isBusy || !form.check()) return;
    const reply = await act.start({ ...form.input, ...props.chosen });
    if (!reply) return;
    if (!reply.ok) return form.refuse(reply.error);
    form.reset();
    say(props.said(reply.output));
    props.onDone();
  };
  return (
    <Panel title={props.title} onClose={onClose}>
      {props.children}
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        {props.fields.map((id) => (
          <FormFieldRow key={id} form={form} id={id} />
        ))}
        {form.error && <Refusal error={form.error} />}
        <div class="buttons">
          <Button look="action" type="submit" isBusy={act.isBusy}>
            {props.action}
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </div>
      </form>
    </Panel>
  );
}
