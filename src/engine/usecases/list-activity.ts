import { clip } from "../cells";
import type { Day } from "../day";
import { dayField, textField, wordField } from "../fields";
import { IN_THE_SHEET } from "../rewards/log-edits";
import type { RecordOf } from "../tables";
import { undoableRun } from "../undo/undoable-run";
import { type Page, pageInput, pageOf } from "./paging";
import { input, useCase } from "./use-case";

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

/** What happened, the latest first, found by words, by kind and by day (product.md §8). */
export const listActivity = useCase({
  name: "list-activity",
  writes: false,
  inputs: {
    search: input("Search", textField),
    kind: input("Kind", wordField(activityKinds)),
    from: input("From", dayField),
    to: input("To", dayField),
    page: pageInput,
  },
  reads: ["settings", "activity"],
  decide: (work, { search, kind, from, to, page }): ListActivityOutput => {
    const words = (search ?? "").toLowerCase().split(/\s+/).filter(Boolean);
    const found = work
      .all("activity")
      .filter((line) => kind === null || kindOf(line) === kind)
      .filter(({ when: { day } }) => (from === null || day >= from) && (to === null || day <= to))
      .filter((line) => {
        const text = words.length === 0 ? "" : textOf(line);
        return words.every((word) => text.includes(word));
      });
    return {
      ...pageOf([...found].sort(latestFirst), page, shown),
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

const textOf = ({ key, when, who, what, record, from, to, why }: Line): string =>
  [key, when.day, who, what, record, from, to, why].join(" ").toLowerCase();

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
  who: line.who ?? "",
  what: clip(line.what, MOST_SHOWN),
  record: clip(line.record ?? "", MOST_SHOWN),
  from: clip(line.from ?? "", MOST_SHOWN),
  to: clip(line.to ?? "", MOST_SHOWN),
  why: clip(line.why ?? "", MOST_SHOWN),
  seconds: line.seconds,
});
