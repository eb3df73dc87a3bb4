import { useRef } from "preact/hooks";
import type { Question } from "../../wire";
import { client } from "../state/client-state";
import { answerQuestion } from "../state/questions";
import { usePart } from "../state/store";
import { Modal } from "./modal";

/** An alert or prompt of the script, which is waiting for the answer. */
export function QuestionBox() {
  const question = usePart(client, (state) => state.question);
  return question && <OpenQuestion key={question.id} question={question} />;
}

const names: Readonly<Record<string, string>> = {
  OK: "OK",
  CANCEL: "Cancel",
  YES: "Yes",
  NO: "No",
};

function OpenQuestion({ question }: { readonly question: Question }) {
  const input = useRef<HTMLInputElement>(null);
  const answer = (button: string): void => {
    void answerQuestion(question.id, button, input.current?.value ?? "");
  };
  const title = question.title === "" ? question.text : question.title;
  return (
    <Modal title={title} close={() => answer("CLOSE")} name="notice">
      {question.title !== "" && <h2 class="modal-title">{question.title}</h2>}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          answer(question.buttons[0] ?? "OK");
        }}
      >
        <p class="modal-text" id="question-text">
          {question.text}
        </p>
        {question.kind === "prompt" && (
          <input class="input is-wide" aria-labelledby="question-text" ref={input} />
        )}
        <div class="modal-buttons">
          {question.buttons.map((button, index) => (
            <button
              key={button}
              type={index === 0 ? "submit" : "button"}
              class={index === 0 ? "button is-main" : "button"}
              onClick={index === 0 ? undefined : () => answer(button)}
            >
              {names[button] ?? button}
            </button>
          ))}
        </div>
      </form>
    </Modal>
  );
}
