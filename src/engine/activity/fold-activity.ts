import { type Month, monthOf } from "../kernel/day";
import { groupBy } from "../kernel/group-by";
import type { Key } from "../kernel/keys";
import { ownKey, sortBy } from "../kernel/order";
import { PROGRAM } from "../kernel/vocabulary";
import type { Work } from "../program/work";
import type { RecordOf, TableName } from "../tables";
import { addLine, emptySummary, fullText, hasRoom, summaryWords } from "./activity-summary";

/** Over so many lines the oldest are folded, until so many are left: under 1,000 stay (ACT-5). */
const MOST_LINES = 900;
const LINES_LEFT = 600;

type Line = RecordOf<"activity">;
/** Characters of what is kept word for word. */
const MOST_KEPT = 30_000;

/**
 * Folds the oldest lines of Activity into one a month, with counts. What was decided stays in the rows
 * themselves; what no row tells, such as a changed setting, is kept word for word. The runs that can still
 * be undone, and the present one, are left. The month's line is written whole, so that doing it again after
 * a cut changes nothing.
 */
export function foldActivity(work: Work, run: Key, undoable: readonly Key[]): void {
  const lines = work.all("activity");
  if (lines.length <= MOST_LINES) return;
  const needed = new Set([run, ...undoable]);
  const old = sortBy(
    lines.filter(({ key, who }) => !needed.has(key) && who !== PROGRAM),
    ({ when }) => `${when.day} ${when.time}`,
    ownKey,
  ).slice(0, lines.length - LINES_LEFT);
  const months = groupBy(old, ({ when }) => monthOf(when.day));
  for (const [month, folded] of months) foldMonth(work, month, folded);
}

function foldMonth(work: Work, month: Month, folded: readonly Line[]): void {
  const key = keyOfMonth(work, month);
  if (key === undefined) return;
  const before = work.get("activity", key);
  let summary = before?.data?.kind === "summary" ? before.data : emptySummary;
  let kept = before?.to ?? "";
  for (const line of folded) {
    if (!hasRoom(summary, line)) continue;
    summary = addLine(summary, line);
    if (!isToldByRows(work, line)) kept = withLine(kept, fullText(line));
    work.remove("activity", line.key);
  }
  const last = folded[folded.length - 1] as Line;
  const cells = {
    when: before ? later(before.when, last.when) : last.when,
    ...summaryWords(summary, month),
    to: kept === "" ? null : kept,
    data: summary,
  };
  if (before) work.update("activity", key, cells);
  else work.insert("activity", { key, who: PROGRAM, ...cells });
}

/** A month's line; a second one beside that of an earlier release, whose text stays. Undefined where a faulty row has its key. */
function keyOfMonth(work: Work, month: Month): Key | undefined {
  const keys = [`folded ${month}`, `folded ${month} since`];
  return keys.find(
    (key) => !work.has("activity", key) || work.get("activity", key)?.data?.kind === "summary",
  );
}

/** What does not fit is counted only. */
const withLine = (kept: string, line: string): string =>
  kept.length + line.length >= MOST_KEPT ? kept : [kept, line].filter(Boolean).join("\n");

const later = (a: Line["when"], b: Line["when"]): Line["when"] =>
  `${a.day} ${a.time}` > `${b.day} ${b.time}` ? a : b;

const tellingTables = ["rewards", "drips", "payouts"] as const satisfies readonly TableName[];

/**
 * Whether the rows keep who decided what, and why: a run's, and those of a reward, a drip, a payout. No row tells who
 * paused or reopened an invoice, and why.
 */
function isToldByRows(work: Work, { data }: Line): boolean {
  if (data === null || data.kind === "summary") return false;
  if (data.kind === "run") return true;
  const [first = ""] = data.records;
  return tellingTables.some((table) => work.has(table, first));
}
