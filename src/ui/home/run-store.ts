import type { ReplyError } from "../../engine/contract/contract";
import { call } from "../state/call";
import { createStore } from "../state/store";

/** A run set off in this sidebar. `parts` are the sentences of its parts so far: a long run has several. */
export type RunState =
  | { readonly status: "idle" }
  | { readonly status: "running"; readonly since: number; readonly parts: readonly string[] }
  | { readonly status: "done"; readonly parts: readonly string[] }
  | { readonly status: "failed"; readonly error: ReplyError; readonly parts: readonly string[] };

/** Outlives the home screen, so that a run is seen to its end from wherever the person comes back. */
export const runStore = createStore<RunState>({ status: "idle" });

/** Runs now, part after part until nothing more is due (RUN-7); a second press does nothing. */
export async function runNow(): Promise<void> {
  if (runStore.get().status === "running") return;
  const since = Date.now();
  let parts: readonly string[] = [];
  for (let isMore = true; isMore; ) {
    runStore.set({ status: "running", since, parts });
    const reply = await call("run", { kind: parts.length === 0 ? "by hand" : "continued" });
    if (!reply.ok) return runStore.set({ status: "failed", error: reply.error, parts });
    parts = [...parts, reply.output.summary];
    isMore = reply.output.more;
  }
  runStore.set({ status: "done", parts });
}

/** Takes away what a run came to, once it was seen; a run under way stays. */
export function clearOutcome(): void {
  if (runStore.get().status !== "running") runStore.set({ status: "idle" });
}
