import { messageOf } from "../../activity/lines-of";
import { cellWords } from "../../kernel/cell-words";
import { clip } from "../../kernel/cells";
import type { Env } from "../../kernel/env";
import type { Key } from "../../kernel/keys";
import type { Sentence } from "../../kernel/message";
import type { ReportTab } from "../../kernel/report-tab";
import type { Work } from "../../program/work";
import type { DecidedAnswer } from "../../tables/packed/happened";

/** A person's act, as one line of Activity tells it (ACT-3). */
export interface Act {
  readonly what: Sentence;
  /** The name of the one record that it was done to: lines tell it, and summaries leave it out (ACT-3a). */
  readonly name?: string | null;
  /** The keys of what it was done to. */
  readonly records?: readonly Key[];
  readonly from?: Sentence;
  readonly to?: Sentence;
  readonly why?: Sentence | null;
  /** The answers of the application form that it decides on. */
  readonly answers?: readonly DecidedAnswer[];
  /** It takes a final invoice back into review. */
  readonly reopens?: boolean;
}

/** The cells of its line: words for people, and beside them the same as data. */
export function actCells(act: Act) {
  const { what: done, name, records = [], from, to, why, answers, reopens } = act;
  const what: Sentence =
    name && typeof done === "string" ? { code: `${done}: {}`, values: [clip(name, 200)] } : done;
  const words = (sentence: Sentence | null | undefined) => (sentence ? cellWords(sentence) : null);
  return {
    what: cellWords(what),
    record: namesOf(records),
    from: words(from),
    to: words(to),
    why: words(why),
    data: {
      kind: "act",
      what,
      records: records.slice(0, MOST_NAMED),
      from: messageOf(from),
      to: messageOf(to),
      why: messageOf(why),
      answers: answers ?? null,
      reopens: reopens ?? null,
    } as const,
  };
}

/** The most records that are named; the others are counted. */
const MOST_NAMED = 20;
function namesOf(records: readonly Key[]): string | null {
  if (records.length === 0) return null;
  const rest = records.length > MOST_NAMED ? [`and ${records.length - MOST_NAMED} more`] : [];
  return [...records.slice(0, MOST_NAMED), ...rest].join("\n");
}

/** Adds the one line of a person's act, bulk acts included; answers its key. */
export function logAct(work: Work<"activity">, env: Env, act: Act): Key {
  const { key } = work.insert("activity", {
    key: env.newId("log"),
    when: env.now,
    who: env.user,
    ...actCells(act),
  });
  return key;
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
