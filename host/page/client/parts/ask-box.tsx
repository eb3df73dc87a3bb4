import { useRef } from "preact/hooks";
import { type Asked, client } from "../state/client-state";
import { usePart } from "../state/store";
import { AnswerButtons } from "./answer-buttons";
import { Modal } from "./modal";

/** Asks the person for a text, such as a note. */
export function AskBox() {
  const asked = usePart(client, (state) => state.asked);
  return asked && <OpenBox key={asked.title} asked={asked} />;
}

function OpenBox({ asked }: { readonly asked: Asked }) {
  const field = useRef<HTMLTextAreaElement & HTMLInputElement>(null);
  const close = (): void => client.set({ asked: null });
  const done = (event: SubmitEvent): void => {
    event.preventDefault();
    const text = field.current?.value ?? "";
    close();
    asked.done(text);
  };
  const own = { class: "input is-wide", "aria-label": asked.title, "aria-describedby": "ask-hint" };
  return (
    <Modal title={asked.title} close={close} name="notice">
      <form onSubmit={done}>
        <h2 class="modal-title">{asked.title}</h2>
        {asked.isLong ? (
          <textarea {...own} rows={4} ref={field} defaultValue={asked.text} />
        ) : (
          <input {...own} ref={field} defaultValue={asked.text} autocomplete="off" />
        )}
        <p class="modal-text" id="ask-hint">
          {asked.hint}
        </p>
        <AnswerButtons close={close} name="modal-buttons" />
      </form>
    </Modal>
  );
}
