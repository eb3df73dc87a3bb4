import type { Question } from "../../wire";
import { tell } from "./call";
import { client } from "./client-state";

/** Where the script's questions are asked: the page's own server is busy while the script waits. */
let door: string | null = null;

/** Listens for questions on a separate server. */
export function followQuestions(at: string): void {
  if (at === door) return;
  door = at;
  const source = new EventSource(`${at}/questions`);
  source.onmessage = ({ data }) => client.set({ question: JSON.parse(data) as Question | null });
}

/** Answers the question that the script waits for. */
export async function answerQuestion(id: string, button: string, text: string): Promise<void> {
  client.set({ question: null });
  try {
    await fetch(`${door}/answer`, { method: "POST", body: JSON.stringify({ id, button, text }) });
  } catch (thrown) {
    tell("The answer did not arrive", thrown);
  }
}
