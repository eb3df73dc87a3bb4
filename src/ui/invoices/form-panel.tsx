import type { ComponentChildren } from "preact";
import type { Input, Output, Reply } from "../../engine/contract";
import type { DrawnCall } from "../form/drawn-calls";
import { FormFieldRow } from "../form/form-field";
import type { Form } from "../form/use-form";
import { Button } from "../parts/button";
import { Refusal } from "../parts/notice";
import { Panel } from "../shell/panel";

/** A question with some fields of a call's form, which are sent by its one blue button. */
export function FormPanel<C extends DrawnCall>(props: {
  readonly title: string;
  readonly children?: ComponentChildren;
  readonly form: Form<C>;
  readonly fields: readonly (keyof Input<C> & string)[];
  readonly action: string;
  readonly isBusy: boolean;
  /** Undefined where the same act is under way already. */
  readonly send: () => Promise<Reply<C> | undefined>;
  readonly onDone: (output: Output<C>) => void;
  readonly onClose: () => void;
}) {
  const { form, isBusy, onClose } = props;
  const submit = async () => {
    if (isBusy || !form.check()) return;
    const reply = await props.send();
    if (!reply) return;
    if (!reply.ok) return form.refuse(reply.error);
    form.reset();
    props.onDone(reply.output);
  };
  return (
    <Panel title={props.title} onClose={onClose}>
      {props.children}
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        {props.fields.map((id) => (
          <FormFieldRow key={id} form={form} id={id} />
        ))}
        {form.error && <Refusal error={form.error} />}
        <div class="buttons">
          <Button look="action" type="submit" isBusy={isBusy}>
            {props.action}
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </div>
      </form>
    </Panel>
  );
}
