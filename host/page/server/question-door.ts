import { once } from "node:events";
import { MessageChannel, receiveMessageOnPort, Worker } from "node:worker_threads";
import type { Answer, Question } from "../../services/ui/ui-state";
import { type GivenAnswer, questionWorker, type WorkerStart } from "./question-worker";

/** The server where a script's alerts and prompts are asked and answered. */
export type QuestionDoor = {
  /** Its origin, without a slash at the end. */
  readonly origin: string;
  /** Asks the person and waits: the script is suspended, as in Apps Script (PLATFORM-80). */
  readonly ask: (question: Question) => Answer;
  readonly close: () => Promise<void>;
};

/**
 * Opens a separate server for questions, since the page's server shares its thread with the waiting script. If no
 * page is listening, a question is closed at once.
 */
export async function openQuestionDoor(pageOrigin: string): Promise<QuestionDoor> {
  const { port1, port2 } = new MessageChannel();
  const signal = new Int32Array(new SharedArrayBuffer(4));
  const workerData: WorkerStart = { origin: pageOrigin, signal, port: port2 };
  const worker = new Worker(`(${questionWorker})()`, {
    eval: true,
    workerData,
    transferList: [port2],
  });
  let isGone = false;
  worker.once("error", () => {
    isGone = true;
  });
  worker.unref();
  const [port] = (await once(port1, "message")) as [number];
  port1.unref();
  let asked = 0;
  return {
    origin: `http://127.0.0.1:${port}`,
    ask: ({ kind, title, prompt, buttons }) => {
      if (isGone) return { button: "CLOSE", text: "" };
      asked += 1;
      Atomics.store(signal, 0, 0);
      port1.postMessage({ id: String(asked), kind, title, text: prompt, buttons });
      Atomics.wait(signal, 0, 0);
      const given: { readonly message: GivenAnswer } | undefined = receiveMessageOnPort(port1);
      if (given === undefined) throw new Error("The answer is missing.");
      const { button, text } = given.message;
      const known = buttons.find((each) => each === button);
      return { button: known ?? "CLOSE", text };
    },
    close: async () => {
      port1.close();
      await worker.terminate();
    },
  };
}
