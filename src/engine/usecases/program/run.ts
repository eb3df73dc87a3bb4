import { earlierParts, noCounts, sentenceOf } from "../../activity/run-line";
import { cellWords } from "../../kernel/cell-words";
import type { Env } from "../../kernel/env";
import { wordField } from "../../kernel/fields";
import { input } from "../../kernel/input";
import { type Key, runKey } from "../../kernel/keys";
import type { Sentence } from "../../kernel/message";
import type { Work } from "../../program/work";
import { doRunPart } from "../../run/steps";
import { tableNames } from "../../tables";
import { takeTabs } from "../sales/take-tabs";
import { eventInput, kindOfEvent } from "../shared/asked-event";
import { useCase } from "../shared/use-case";
import { rest } from "./rest";

/** What set the run off. All do the same; whichever comes first does all that is due (RUN-3). */
export const runKinds = ["daily", "monthly", "by hand", "catch-up", "continued"] as const;

export type RunOutput = ReturnType<typeof runPart>;

const kindInput = input("Kind", wordField(runKinds), { required: true });

/** One part of a run: lives each day, then finalizes and opens (RUN-1); `more` says that another part must follow. */
export const run = useCase({
  name: "run",
  edits: "leave",
  inputs: { kind: kindInput },
  reads: tableNames,
  more: (output: RunOutput) => output.more,
  decide: (work, { kind }, env): RunOutput => runPart(work, kind, env, null),
});

/**
 * The same for a person who says that in one row's event cells with an error value count as blank ones (CELL-2a): it is judged
 * at its place in the order, and all else that is due is done, too.
 */
export const judgeAsBlank = useCase({
  name: "judge-as-blank",
  edits: "leave",
  inputs: { event: eventInput },
  reads: tableNames,
  more: (output: RunOutput) => output.more,
  decide: (work, { event }, env): RunOutput => {
    kindOfEvent(work, event, "event");
    return runPart(work, "by hand", env, event);
  },
});

function runPart(work: Work, kind: (typeof runKinds)[number], env: Env, asBlank: Key | null) {
  const run = runKey(`${env.now.day} ${env.now.time || "00:00:00"}`, kind);
  /** `paused`: nothing was done, since the program is paused; `summary` says in plain words what was done, `sentence` as data. */
  const told = (sentence: Sentence, { paused = false, more = false, counts = noCounts } = {}) => ({
    run,
    paused,
    more,
    summary: cellWords(sentence),
    sentence,
    counts,
  });
  if (work.settings.paused) {
    const sentence = "The program is paused, so nothing was done. Resume it in Settings.";
    return told(sentence, { paused: true });
  }
  // What the team's tools have written since is taken first, as a part of its own: then it is judged like any row.
  if (!earlierParts(work.get("activity", run)) && takeTabs(work, env)) {
    return told("The tabs that other tools fill were read. Goes on.", { more: true });
  }
  const before = work.get("activity", env.restsSince ?? null);
  if (before?.data?.kind === "run") {
    rest(work, env, run, before);
    return told(sentenceOf(before.data.counts), { counts: before.data.counts });
  }
  const { counts, nothing, lived } = doRunPart(work, env, run, { asBlank });
  return told(sentenceOf(counts, nothing), { more: lived.more, counts });
}
