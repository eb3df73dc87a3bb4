import { percentColumn } from "../actions/price";
import { cellText, clip, plainText } from "../kernel/cells";
import { fingerprint } from "../kernel/keys";
import type { Message, Sentence } from "../kernel/message";
import { eventKinds } from "../kernel/vocabulary";
import type { Program } from "../program/program";
import type { Work } from "../program/work";
import { factsIn } from "../rules/conditions";
import { type RecordOf, type Transaction, tableOf, tables } from "../tables";
import type { GroupJudged } from "../tables/packed/groups-judged";
import { factsJudged, type JudgedAs, LONGEST_JUDGED as LONGEST } from "../tables/packed/judged-as";
import { parseRow } from "../tables/parse-row";
import { columnsThat, printCell, sameCell } from "../tables/table";
import type { CompiledTriggers } from "../triggers/compile-triggers";
import { tableOfEvent } from "./events";

/** The tables of events whose rows say facts of their own; a partner's change of group is an event itself. */
export const tablesJudged = ["transactions", "customers", "actions"] as const;
export type TableJudged = (typeof tablesJudged)[number];

const sourceOf = { transactions: "transaction.", customers: "customer.", actions: "action." };

/** A long value is kept by its beginning and a fingerprint, so that the row stays small and no change is missed. */
const short = (text: string): string =>
  text.length <= LONGEST ? text : `${clip(text, LONGEST)}${fingerprint(text)}`;

type Cells = Readonly<Record<string, string>>;

/** A transaction as its cells say, where a judged one counts otherwise (EDIT-12); what can't be read is as it counts. */
export function asTyped(program: Program, row: Transaction): Transaction {
  const raw = program.tables.transactions?.byKey.get(row.key)?.raw;
  // A refund's blank currency means its sale's.
  const isBlank = row.refundOf !== null && cellText(raw?.cells.currency ?? "") === "";
  const ids = ["refundOf" as const, ...(isBlank ? [] : ["currency" as const])];
  if (!raw || ids.every((id) => sameCell(raw.cells[id] ?? "", row[id] ?? ""))) return row;
  const { record, problems } = parseRow(tables.transactions, row.key, raw, program.context);
  const unread = problems.map(({ at }) => at.column);
  const said = [...ids, "amount" as const].filter(
    (id) => !unread.includes(tables.transactions.columns[id].header),
  );
  return { ...row, ...Object.fromEntries(said.map((id) => [id, record[id]])) };
}

const typedOf = (
  work: Work<TableJudged>,
  table: TableJudged,
  record: RecordOf<TableJudged>,
): RecordOf<TableJudged> =>
  table === "transactions" ? asTyped(work.program, record as Transaction) : record;

function cellsOf(
  work: Work<TableJudged>,
  table: TableJudged,
  record: RecordOf<TableJudged>,
  own: readonly string[],
): Cells {
  const { context } = work.program;
  const definition = tableOf(table);
  const cells: Record<string, string> = {};
  for (const id of columnsThat(definition, "judged")) {
    const { header } = definition.columns[id] as { readonly header: string };
    const text = cellText(printCell(definition, id, record, context));
    // A blank currency means the program's: when that changes, so does what the row says.
    cells[header] = short(id === "currency" && text === "" ? context.currency : text);
  }
  for (const header of own) cells[header] = short(cellText(record.extra[header] ?? ""));
  return cells;
}

/** The team's own columns of the row's own table that an active trigger of its event asks for. */
function ownAsked(work: Work<TableJudged>, table: TableJudged, triggers: CompiledTriggers) {
  const headers = work.program.tables[table]?.ownHeaders ?? [];
  if (headers.length === 0) return [];
  const asked = new Set(
    eventKinds
      .filter((kind) => tableOfEvent[kind] === table)
      .flatMap((kind) => triggers.of(kind))
      .flatMap(({ conditions, trigger }) => [
        ...factsIn(conditions),
        `transaction.${percentColumn(trigger) ?? ""}`,
      ]),
  );
  return headers.filter((header) => asked.has(sourceOf[table] + header));
}

interface Judged {
  readonly by: GroupJudged | null;
  readonly outcome: Sentence | null;
  /** A sale's refunds count against it, in minor units: what the row says, unless another is given. */
  readonly amount?: number | null;
  /** Whose a sale or customer is, "" for nobody's; null where that is not kept. */
  readonly partner: string | null;
}

/** What a judged row said when it was judged, and what came of it, for its own cell; see `changesSince`. */
export function judgedAs(
  work: Work<TableJudged>,
  table: TableJudged,
  key: string,
  triggers: CompiledTriggers,
  { by, outcome, amount, partner }: Judged,
): JudgedAs | null {
  const counted = work.get(table, key);
  if (!counted) return null;
  const record = typedOf(work, table, counted);
  const row = cellsOf(work, table, record, ownAsked(work, table, triggers));
  const sold = "amount" in record ? (amount ?? record.amount) : null;
  return {
    row,
    named: nameIn(work, table, record),
    partner: table === "actions" ? null : partner,
    amount: sold,
    by,
    counted: null,
    outcome: messageOf(outcome),
  };
}

/** What the row calls its customer; null where that is the key. */
function nameIn(
  work: Work<TableJudged>,
  table: TableJudged,
  { key, ...record }: RecordOf<TableJudged>,
): string | null {
  const cell = work.program.tables[table]?.byKey.get(key)?.raw.cells.customer ?? "";
  const name = plainText(cellText(cell));
  return !("customer" in record) || name === record.customer ? null : name || null;
}

/** Characters of JSON that a row's outcome may have as data, so that its cell stays far below what Excel cuts. */
const LONGEST_OUTCOME = 8_000;

/** A sentence with values, which its row keeps beside the words; null for one that is its words, or is too long. */
export const messageOf = (sentence: Sentence | null): Message | null =>
  typeof sentence === "string" || JSON.stringify(sentence).length > LONGEST_OUTCOME
    ? null
    : sentence;

/**
 * The cells of a judged row whose facts changed since (JUDGE-20); none where nothing is
 * known of then. Nothing is re-priced by it: *judge again* is the person's command.
 */
export function changesSince(
  work: Work<TableJudged>,
  table: TableJudged,
  record: RecordOf<TableJudged>,
) {
  const then = factsJudged(record.judgedAs);
  if (!then || record.judged === null) return [];
  const headers = Object.keys(then);
  const now = cellsOf(
    work,
    table,
    typedOf(work, table, record),
    headers.filter((header) => !isColumn(table, header)),
  );
  return headers.flatMap((column) => {
    const [was, is] = [then[column] ?? "", now[column] ?? ""];
    return was === is ? [] : [{ column, was: clip(was, LONGEST), now: clip(is, LONGEST) }];
  });
}

const isColumn = (table: TableJudged, header: string): boolean =>
  Object.values(tableOf(table).columns).some((each) => each.judged && each.header === header);
