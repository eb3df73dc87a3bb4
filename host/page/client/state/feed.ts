import type { PageState } from "../../wire";
import { client } from "./client-state";
import { followQuestions } from "./questions";

/** Follows the server: each state replaces the one before. The browser reconnects automatically. */
export function followServer(onState: (state: PageState) => void): void {
  const source = new EventSource("/api/feed");
  source.onmessage = ({ data }) => {
    const page = JSON.parse(data) as PageState;
    client.set({ page, connected: true });
    followQuestions(page.questions);
    onState(page);
  };
  source.onerror = () => client.set({ connected: false });
}
