import { isFormTab } from "../../intake/applications/form-tabs";
import { fileContextOf } from "../../intake/import/answers";
import { type ImportRow, withOwner } from "../../intake/import/import-row";
import { madeOf } from "../../intake/import/made-rows";
import { withKnownKeys } from "../../intake/import/match-rows";
import { ownHeader } from "../../intake/import/own-cells";
import { missingColumns, withOwnColumns } from "../../intake/import/own-columns";
import { groupsOf, withFirstDays } from "../../intake/import/parts-of";
import { type BadLine, planImport } from "../../intake/import/plan-import";
import { type FileRead, readFile, rowsOfFile } from "../../intake/import/read-file";
import { answersIn, fingerprintOf } from "../../intake/import/remembered";
import {
  keepStandings,
  rememberLines,
  type Standing,
  sortLines,
  standingsIn,
} from "../../intake/import/standing";
import { asOneSentence } from "../../kernel/cells";
import type { Env } from "../../kernel/env";
import { fingerprint, type Key } from "../../kernel/keys";
import type { Work } from "../../program/work";
import { tableOf } from "../../tables";
import { insertPlan, tookIn } from "./insert-plan";
import { logPart } from "./log-part";

export type TabTables = "settings" | "partners" | "customers" | "transactions" | "activity";
/** The most new lines at once, of all tabs together, so that a part is written within seconds. */
const MOST_LINES = 5_000;
/** The most lines of a tab that are told one by one. */
const MOST_TOLD = 20;
const HELD =
  "it has changed since it was taken, or its row is gone from Transactions, so it isn't taken again. Put it back, or decide under Import";

/**
 * Takes the new lines of the tabs that a team's tools fill, as rows that are not yet judged, and reports those that can't
 * be taken or have changed (IMPORT-14). Returns whether what is remembered of a tab changed, so that a further part goes on.
 */
export function takeTabs(work: Work<TabTables>, env: Env, atMost = MOST_LINES): boolean {
  const { tab: read } = env;
  const standings = standingsIn(work);
  if (!standings)
    tell(
      work,
      "The tabs read at each run can't be read in Settings: choose them again under Import.",
    );
  if (!read || !standings || standings.length === 0) return false;
  let room = atMost;
  const after = standings.map((each) => {
    // What a form brings in stays where it is until a person decides on it.
    if (isFormTab(each)) return each;
    const text = read(each.tab);
    const at = `Tab “${each.tab}”`;
    if (text === undefined) {
      tell(
        work,
        `${at} is gone, so nothing was read. Bring it back, or stop reading it under Import.`,
      );
      return each;
    }
    const file = readTabAs(work, env, each, text);
    const own = file?.columns.flatMap(({ target }) => ownHeader(target) ?? []) ?? [];
    const [missing] = missingColumns(work, own);
    if (missing !== undefined) {
      tell(
        work,
        `${at} fills the column “${missing}”, which is not on Transactions any more, so nothing was read. Bring it back, or import the tab once more.`,
      );
      return each;
    }
    if (file) {
      const { standing, taken } = takeTab(work, env, each, { file, atMost: room });
      room -= taken;
      return standing;
    }
    tell(
      work,
      `${at} has other headers than before, so nothing was read. Import it once more to say what they are.`,
    );
    return each;
  });
  return keepStandings(work, after);
}

/** The tab's lines by its mapping; undefined where its headers are others. */
export function readTabAs(
  work: Work<"settings">,
  env: Env,
  { map, head }: Pick<Standing, "map" | "head">,
  text: string,
): FileRead | undefined {
  const file = readFile(text, answersIn(map) ?? {}, fileContextOf(work, env));
  return fingerprintOf(file.columns.map(({ header }) => header)) === head ? file : undefined;
}

/** The tab's lines, by the keys by which an earlier release took them, left them out or held them. */
export const rowsOfTab = (
  work: Work<"transactions">,
  file: FileRead,
  { left, held }: Pick<Standing, "left" | "held">,
): readonly ImportRow[] => withKnownKeys(work, rowsOfFile(file), [...left, ...(held ?? [])]);

const tell = (work: Work<TabTables>, message: string) =>
  work.report({
    code: "RECORD_INCONSISTENT",
    at: { table: tableOf("transactions").sheet },
    message,
  });

function takeTab(
  work: Work<TabTables>,
  env: Env,
  standing: Standing,
  { file, atMost }: { readonly file: FileRead; readonly atMost: number },
): { readonly standing: Standing; readonly taken: number } {
  const { tab, owner } = standing;
  const rows = withOwner(withFirstDays(rowsOfTab(work, file, standing)), owner);
  const keys = rows.map(({ key }) => key);
  const before = new Set(keys.filter((key) => work.has("transactions", key)));
  const wasHere = (key: Key) => before.has(key);
  const { fresh, held } = sortLines(keys, wasHere, standing);
  const next = firstOf(groupsOf(rows.filter(({ key }) => fresh.has(key))), atMost);
  const plan = planImport(work, [...rows.filter(({ key }) => wasHere(key)), ...next]);
  const waiting = [...held, ...plan.similar.map(({ key }) => key)];
  if (plan.sales.length + plan.refunds.length > 0) {
    insertPlan(work, withOwnColumns(work, plan));
    // Each tab is an import of its own, to be undone by itself.
    const at = `${env.now.day}-${env.now.time.replace(/:/g, "")}`;
    const formId = `tab-${at}-${fingerprint(tab)}`;
    const made = madeOf(plan);
    logPart(work, env, { formId, part: 1, file: `tab ${tab}`, made, to: tookIn(plan) });
  }
  const isHeld = new Set(held);
  tellLines(work, tab, [
    ...file.lines.flatMap((each) => (each.kind === "bad" ? [each] : [])),
    ...plan.bad,
    ...plan.changed,
    ...plan.ofTests,
    ...rows.flatMap(({ key, line }) => (isHeld.has(key) ? [{ line, reasons: [HELD] }] : [])),
  ]);
  const isHere = (key: Key) => work.has("transactions", key);
  const memory = rememberLines(keys, wasHere, isHere, standing, waiting);
  return { standing: { ...standing, ...memory }, taken: next.length };
}

/** The rows of the first groups, up to so many; none is torn. */
function firstOf(groups: readonly (readonly ImportRow[])[], atMost: number): readonly ImportRow[] {
  const rows: ImportRow[] = [];
  for (const group of groups) {
    if (atMost <= 0 || (rows.length > 0 && rows.length + group.length > atMost)) break;
    rows.push(...group);
  }
  return rows;
}

function tellLines(work: Work<TabTables>, tab: string, lines: readonly BadLine[]): void {
  const sorted = [...lines].sort((a, b) => a.line - b.line);
  for (const { line, reasons } of sorted.slice(0, MOST_TOLD))
    tell(work, `Tab “${tab}”, line ${line}: ${asOneSentence(reasons)}`);
  if (lines.length > MOST_TOLD)
    tell(work, `Tab “${tab}”: ${lines.length - MOST_TOLD} more lines need a look.`);
}
