import type { Env } from "../../kernel/env";
import type { ReportTab } from "../../kernel/report-tab";
import type { Work } from "../../program/work";

/** A person's act, as one line of Activity tells it (ACT-3). */
export interface Act {
  readonly what: string;
  /** The key of what it was done to. */
  readonly record?: string;
  readonly from?: string;
  readonly to?: string;
  readonly why?: string | null;
}

/** Adds the one line of a person's act, bulk acts included. */
export function logAct(work: Work<"activity">, env: Env, act: Act): void {
  work.insert("activity", {
    key: env.newId("log"),
    when: env.now,
    who: env.user,
    what: act.what,
    record: act.record ?? null,
    from: act.from ?? null,
    to: act.to ?? null,
    why: act.why ?? null,
  });
}

/** Writes a tab that the person asked for, last of all, and logs it; answers with its name. */
export function writeReport(
  work: Work<"activity">,
  env: Env,
  tab: ReportTab,
  act: Act,
): { readonly tab: string } {
  work.writeTab(tab);
  logAct(work, env, { ...act, to: tab.name });
  return { tab: tab.name };
}
