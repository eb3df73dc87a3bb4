import { sentenceOf } from "../../activity/run-line";
import { clip } from "../../kernel/cells";
import { dayField, wordField } from "../../kernel/fields";
import { input } from "../../kernel/input";
import { isRunKey } from "../../kernel/keys";
import { brief, type Sentence } from "../../kernel/message";
import { down, ownKey } from "../../kernel/order";
import { PROGRAM } from "../../kernel/vocabulary";
import type { RecordOf } from "../../tables";
import { hasUndo } from "../../undo/record-undo";
import { undoableRun } from "../../undo/undoable-run";
import { dayTexts } from "../shared/every-word";
import { list } from "../shared/list";

/** What a line of Activity tells of. */
export const activityKinds = ["runs", "people", "in the sheet", "summaries"] as const;
export type ActivityKind = (typeof activityKinds)[number];

/** So much of a cell is shown: a page stays under 100 kB. */
const MOST_SHOWN = 200;
const shown = (text: string | null): string => clip(text ?? "", MOST_SHOWN);
type Line = RecordOf<"activity">;

/** What happened, the latest first, found by words, by kind and by day (ACT-8). */
export const listActivity = list({
  name: "list-activity",
  reads: ["activity"],
  filters: {
    kind: input("Kind", wordField(activityKinds)),
    from: input("From", dayField),
    to: input("To", dayField),
  },
  rows: (work, { kind, from, to }) =>
    work
      .all("activity")
      .filter((line) => kind === null || kindOf(line) === kind)
      .filter(({ when: { day } }) => (from === null || day >= from) && (to === null || day <= to)),
  texts: (_, { key, when, who, what, record, from, to, why }, { entry }) => [
    key,
    ...dayTexts(when.day, entry),
    who,
    what,
    record,
    from,
    to,
    why,
  ],
  order: (_) => [down(({ when }) => `${when.day} ${when.time}`), down(ownKey)],
  show: () => (line) => ({
    key: line.key,
    kind: kindOf(line),
    day: line.when.day,
    time: line.when.time,
    who: shown(line.who),
    what: whatOf(line),
    record: shown(line.record),
    from: partOf(line, "from"),
    to: partOf(line, "to"),
    why: partOf(line, "why"),
    /** How long a run took; null for all else. */
    seconds: line.seconds,
    /** It tells of new terms of running drips, which can be taken back here (DRIP-46). */
    isSwitch: hasUndo(line) && !isRunKey(line.key),
  }),
  /** The run that undoing takes back next; null where there is none. */
  beside: (work) => ({ undoable: undoableRun(work)?.key ?? null }),
});

const kindOf = ({ data, who }: Line): ActivityKind => {
  if (data?.kind === "run") return "runs";
  if (data?.kind === "summary" || who === PROGRAM) return "summaries";
  return data?.kind === "edits" ? "in the sheet" : "people";
};

/** What a line says of what was done: its data where there are any, so that each reader has its own locale. */
const whatOf = ({ data, what }: Line): Sentence => {
  if (data?.kind === "act" || data?.kind === "edits") return brief(data.what, MOST_SHOWN);
  return data?.kind === "run" && !data.goesOn ? sentenceOf(data.counts) : clip(what, MOST_SHOWN);
};

/** What a cell of the line says, as data where that is more than words. */
function partOf(line: Line, id: "from" | "to" | "why"): Sentence {
  const { data } = line;
  const message =
    data?.kind === "act" ? data[id] : data?.kind === "edits" && id !== "why" ? data[id] : null;
  return message ? brief(message, MOST_SHOWN) : shown(line[id]);
}
