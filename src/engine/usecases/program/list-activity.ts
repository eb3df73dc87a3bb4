import { IN_THE_SHEET } from "../../activity/log-edits";
import { clip } from "../../kernel/cells";
import type { Day } from "../../kernel/day";
import { dayField, textField, wordField } from "../../kernel/fields";
import { input } from "../../kernel/input";
import type { RecordOf } from "../../tables";
import { undoableRun } from "../../undo/undoable-run";
import { everyWord } from "../shared/find-by-text";
import { type Page, pageInputs, pageOf } from "../shared/paging";
import { useCase } from "../shared/use-case";

/** What a line of Activity tells of. */
export const activityKinds = ["runs", "people", "in the sheet", "summaries"] as const;
export type ActivityKind = (typeof activityKinds)[number];

export interface ActivityLine {
  readonly key: string;
  readonly kind: ActivityKind;
  readonly day: Day;
  readonly time: string;
  readonly who: string;
  readonly what: string;
  readonly record: string;
  readonly from: string;
  readonly to: string;
  readonly why: string;
  /** How long a run took; null for all else. */
  readonly seconds: number | null;
}
export interface ListActivityOutput extends Page<ActivityLine> {
  /** The run that undoing takes back next; null where there is none. */
  readonly undoable: string | null;
}

/** So much of a cell is shown: a page stays under 100 kB. */
const MOST_SHOWN = 200;

/** What happened, the latest first, found by words, by kind and by day (ACT-8). */
export const listActivity = useCase({
  name: "list-activity",
  edits: "read only",
  inputs: {
    search: input("Search", textField),
    kind: input("Kind", wordField(activityKinds)),
    from: input("From", dayField),
    to: input("To", dayField),
    ...pageInputs,
  },
  reads: ["settings", "activity"],
  decide: (work, { search, kind, from, to, ...asked }): ListActivityOutput => {
    const says = everyWord(search);
    const found = work
      .all("activity")
      .filter((line) => kind === null || kindOf(line) === kind)
      .filter(({ when: { day } }) => (from === null || day >= from) && (to === null || day <= to))
      .filter((line) => says(() => textsOf(line)));
    return {
      ...pageOf([...found].sort(latestFirst), asked, shown),
      undoable: undoableRun(work)?.key ?? null,
    };
  },
});

type Line = RecordOf<"activity">;

const kindOf = ({ key, who }: Line): ActivityKind =>
  key.startsWith("run ")
    ? "runs"
    : key.startsWith("folded ")
      ? "summaries"
      : who === IN_THE_SHEET
        ? "in the sheet"
        : "people";

const textsOf = ({ key, when, who, what, record, from, to, why }: Line) => [
  key,
  when.day,
  who,
  what,
  record,
  from,
  to,
  why,
];

const moment = ({ when }: Line): string => `${when.day} ${when.time}`;
function latestFirst(a: Line, b: Line): number {
  const [x, y] = [moment(a), moment(b)];
  return x === y ? (a.key < b.key ? 1 : -1) : x < y ? 1 : -1;
}

const shown = (line: Line): ActivityLine => ({
  key: line.key,
  kind: kindOf(line),
  day: line.when.day,
  time: line.when.time,
  who: clip(line.who ?? "", MOST_SHOWN),
  what: clip(line.what, MOST_SHOWN),
  record: clip(line.record ?? "", MOST_SHOWN),
  from: clip(line.from ?? "", MOST_SHOWN),
  to: clip(line.to ?? "", MOST_SHOWN),
  why: clip(line.why ?? "", MOST_SHOWN),
  seconds: line.seconds,
});
