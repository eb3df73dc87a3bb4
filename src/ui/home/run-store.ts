import type { ReplyError } from "../../engine/contract/contract";
import type { Sentence } from "../../engine/kernel/message";
import { dropToast } from "../parts/toast";
import { call } from "../state/call";
import { createStore } from "../state/store";

/** A run started in this sidebar. `parts` are the summaries of its parts so far: a long run has several. */
export type RunState =
  | { readonly status: "idle" }
  | { readonly status: "running"; readonly since: number; readonly parts: readonly Sentence[] }
  | { readonly status: "done"; readonly parts: readonly Sentence[] }
  | { readonly status: "failed"; readonly error: ReplyError; readonly parts: readonly Sentence[] };

/** Outlives the Home screen, so that coming back shows the run. */
export const runStore = createStore<RunState>({ status: "idle" });

/** Runs part after part until nothing more is due (RUN-7). Does nothing while a run is in progress. */
export async function runNow(): Promise<void> {
  if (runStore.get().status === "running") return;
  // What was said of the next run is over with it.
  dropToast();
  const since = Date.now();
  let parts: readonly Sentence[] = [];
  for (let isMore = true; isMore; ) {
    runStore.set({ status: "running", since, parts });
    const reply = await call("run", { kind: parts.length === 0 ? "by hand" : "continued" });
    if (!reply.ok) return runStore.set({ status: "failed", error: reply.error, parts });
    parts = [...parts, reply.output.sentence];
    isMore = reply.output.more;
  }
  runStore.set({ status: "done", parts });
}

/** Clears the outcome of a run that has been seen; a run in progress stays. */
export function clearOutcome(): void {
  if (runStore.get().status !== "running") runStore.set({ status: "idle" });
}
