import type { NoticedEdit } from "../activity/log-edits";
import { clip } from "../kernel/cells";
import type { Day } from "../kernel/day";
import { cellText } from "../kernel/fields";
import type { Key } from "../kernel/keys";
import type { Sentence, Value } from "../kernel/message";
import { type Currency, toDecimal } from "../kernel/money";
import { asRefusal, type ProblemCode } from "../kernel/problem";
import { listed, say } from "../kernel/say";
import type { Row, TableData } from "../program/program";
import type { Work } from "../program/work";
import { type RecordOf, type TableName, tableOf } from "../tables";
import { type EditPolicy, type OnEdit, printCell } from "../tables/table";

/** What an act reads that takes over what was typed, and logs itself. */
export const takenOver = [
  "settings",
  "rewards",
  "invoices",
  "payouts",
  "drips",
  "activity",
] as const;
export type TakenOver = (typeof takenOver)[number];

/**
 * Tabs in which an act may leave what was typed to the next run, or to an act that deals in them, so that it need not read them
 * (EDIT-11a).
 */
export type Leavable = "payouts" | "drips";

/** A row of which something was typed over. */
export interface Taking<N extends TableName> {
  readonly work: Work<TakenOver | N>;
  /** As it counted last, and with what was taken up so far. */
  readonly row: RecordOf<N>;
  /** As a person typed it. */
  readonly typed: RecordOf<N>;
  readonly today: Day;
  readonly run: string | null;
}

/** A column of which it is known what counted last. Its definition says what becomes of what is typed over it. */
export interface Kept<N extends TableName> {
  /** Of the problem that tells what was set back; without one that is only logged. */
  readonly code?: ProblemCode;
  /** Takes up what was typed, where that may count, or says why not. Left out where it counts just as typed. */
  readonly take?: (taking: Taking<N>) => Sentence | undefined;
  /** Why it is always restored. */
  readonly why?: (taking: Taking<N>) => Sentence;
  /** What to do instead of typing. */
  readonly instead?: string;
}

/** How what people type over a tab's cells is noticed and taken up. */
export interface TypedOver<N extends TableName, C extends keyof RecordOf<N> & string> {
  readonly table: N;
  /** What counted last, of the columns of which that is known. */
  readonly counted: (
    work: Work<TakenOver | N>,
    row: RecordOf<N>,
    on: Pick<TakenAt, "today" | "isFirstPart" | "leaves">,
  ) => Partial<Pick<RecordOf<N>, C>>;
  /** Why a row is final; undefined while it is not. */
  readonly final?: (work: Work<TakenOver | N>, row: RecordOf<N>) => Sentence | undefined;
  /** The columns, in the order in which they are taken up. */
  readonly columns: { readonly [K in C]: Kept<N> };
}
export type AnyTypedOver = TypedOver<TableName, string & keyof RecordOf<TableName>>;

type Values = Readonly<Record<string, unknown>> & { readonly key: Key };
interface Found {
  readonly typed: Values;
  readonly counted: Readonly<Record<string, unknown>>;
  /** What a person typed, and what is set back in any case. */
  readonly over: readonly string[];
  readonly restored: readonly string[];
  readonly row: Row | undefined;
}
export interface TakenAt {
  readonly today: Day;
  readonly run: string | null;
  readonly isFirstPart: boolean;
  readonly leaves: readonly Leavable[];
}

/**
 * Takes over what was typed over in a tab. First every cell is as it counted last; then what a person typed is accepted,
 * stays restored, or is proposed, column by column, as the columns' definitions say (EDIT-12). What is set back is
 * reported; what was noticed is returned, for Activity.
 */
export function takeTypedOver(
  work: Work,
  table: TableName,
  definition: AnyTypedOver | undefined,
  at: TakenAt,
): readonly NoticedEdit[] {
  const found = findTyped(work, table, definition, at);
  for (const { typed, counted, over, restored } of found) {
    const back = Object.fromEntries([
      ...restored.map((id) => [id, typed[id]]),
      ...over.map((id) => [id, counted[id]]),
    ]);
    work.update(table, typed.key, back as never);
  }
  return found.map((each) => {
    if (definition) for (const id of each.over) takeUp(work, definition, each, id, at);
    return noticed(work, table, each);
  });
}

function findTyped(
  work: Work,
  table: TableName,
  definition: AnyTypedOver | undefined,
  at: TakenAt,
): readonly Found[] {
  const order = Object.keys(definition?.columns ?? {});
  const rows = (work.program.tables[table] as TableData | undefined)?.byKey;
  return (work.all(table) as readonly unknown[] as readonly Values[]).flatMap((typed) => {
    const counted: Found["counted"] = definition?.counted(work, typed as never, at) ?? {};
    const over = order.filter((id) => id in counted && !isSame(counted[id], typed[id]));
    const row = rows?.get(typed.key);
    const restored = row?.putBack ?? [];
    return over.length + restored.length === 0 ? [] : [{ typed, counted, over, restored, row }];
  });
}

const isSame = (a: unknown, b: unknown): boolean =>
  a === b || (typeof a === "object" && JSON.stringify(a) === JSON.stringify(b));

const policyOf = (policy: EditPolicy, isFinal: boolean): OnEdit =>
  typeof policy === "string" ? policy : policy[isFinal ? "final" : "open"];

function takeUp(
  work: Work,
  { table, final, columns }: AnyTypedOver,
  { typed }: Found,
  id: string,
  { today, run }: TakenAt,
): void {
  const { header, onEdit } = tableOf(table).columns[id] as Definition;
  const kept = columns[id as keyof typeof columns] as Kept<TableName>;
  const row = work.get(table, typed.key) as RecordOf<TableName>;
  const taking: Taking<TableName> = { work, row, typed: typed as never, today, run };
  const whyFinal = final?.(work, row);
  const policy = policyOf(onEdit, whyFinal !== undefined);
  const refused =
    policy === "restore" ? (kept.why?.(taking) ?? whyFinal) : taken(table, kept, taking, id);
  const why = policy === "propose" ? whyFinal : refused;
  if (why === undefined || kept.code === undefined) return;
  const word = (values: object) => saidValue(work, table, id, values);
  const back = say`${why} ${header} was set back to ${word(row)}.`;
  const told =
    policy === "propose"
      ? say`${back} The change to ${word(typed)} is offered as an adjusting reward, on hold for you to approve.`
      : kept.instead === undefined
        ? back
        : say`${back} ${kept.instead}`;
  const at = { table: tableOf(table).sheet, row: typed.key, column: header };
  work.report({ code: kept.code, at, message: told });
}
type Definition = ReturnType<typeof tableOf>["columns"][string];

/** Does what was typed, or says why not. */
function taken(
  table: TableName,
  { take }: Kept<TableName>,
  taking: Taking<TableName>,
  id: string,
): Sentence | undefined {
  const { work, row, typed } = taking;
  if (!take) {
    const value = (typed as unknown as Values)[id];
    work.update(table, row.key, { [id]: value } as never);
    return undefined;
  }
  try {
    return take(taking);
  } catch (thrown) {
    const refusal = asRefusal(thrown);
    if (!refusal) throw thrown;
    return refusal.sentence;
  }
}

/** What Activity says of a row: what counted before, what counts now, and what was typed where that is another. */
function noticed(
  work: Work,
  table: TableName,
  { typed, counted, over, restored, row }: Found,
): NoticedEdit {
  const { columns } = tableOf(table);
  const now = work.get(table, typed.key) as unknown as Values;
  const before: Values = { ...typed, ...counted };
  const changed = Object.keys(counted).filter(
    (id) => columns[id]?.onEdit !== "restore" && !isSame(before[id], now[id]),
  );
  const said = (id: string, values: Values): Sentence =>
    say`${columns[id]?.header ?? id} ${saidValue(work, table, id, values)}`;
  const saidNow = (id: string): Sentence => {
    if (restored.includes(id)) {
      return say`${said(id, now)} (typed ${cellText(row?.raw.cells[id] ?? "") || "blank"})`;
    }
    const isAsTyped = !over.includes(id) || isSame(now[id], typed[id]);
    const put = said(id, now);
    return isAsTyped ? put : say`${put} (typed ${saidValue(work, table, id, typed)})`;
  };
  const ids = [...new Set([...restored, ...over, ...changed])];
  const from = ids.map((id) => said(id, before));
  const list = (sentences: readonly Sentence[]) => say`${listed(sentences, ", ")}`;
  return { key: typed.key, from: list(from), to: list(ids.map(saidNow)) };
}

/** A value of a row, as a sentence says it. */
function saidValue(work: Work, table: TableName, id: string, values: object): Value {
  const { field, currencyIn } = tableOf(table).columns[id] as Definition;
  const record = values as Readonly<Record<string, unknown>>;
  const value = record[id];
  if (value === null || value === undefined || value === "") return "blank";
  const currency = record[currencyIn] as Currency | undefined;
  if (field.kind === "amount" && currency) {
    return { decimal: toDecimal({ amount: value as number, currency }), currency };
  }
  if (field.kind === "day") return { day: value as Day };
  return clip(cellText(printCell(tableOf(table), id, record, work.program.context)));
}
