import { cellText, isErrorCell, plainText } from "../kernel/cells";
import { type Cell, type Field, type FieldKind, isDateCell, type Parsed } from "../kernel/fields";
import { type Currency, type Money, percentText, toCellNumber } from "../kernel/money";
import type { EventKind } from "../kernel/vocabulary";
import type { Program } from "../program/program";
import { type Partner, type TableName, tableOf } from "../tables";
import { type ComputedFact, computedFacts } from "./computed-facts";
import type { FactValue } from "./conditions";
import type { FactType } from "./operators";
import { type FactSource, factSources, type ProgramEvent, sourcesOf } from "./program-event";

/** What a rule may ask for. Its id is flat: `transaction.Amount`, `customer.Plan`, `partner.revenue` (FACT-1). */
export interface Fact extends ComputedFact {
  readonly id: string;
  readonly computed: boolean;
  /** Of a column that says nothing but words of a list, or currencies: how it spells one, or why it never says it. */
  readonly spelling?: (word: string) => Parsed<unknown>;
}
/** Facts by id. */
export type Catalogue = ReadonlyMap<string, Fact>;

/** The table whose rows a fact of this source is about. */
export const tableOfSource: Readonly<Record<FactSource, TableName>> = {
  transaction: "transactions",
  action: "actions",
  customer: "customers",
  partner: "partners",
};

/** The fact type of a column, and its value as rules see it. */
const kinds: Readonly<Record<FieldKind, FactType>> = {
  text: "text",
  "long text": "text",
  key: "text",
  integer: "number",
  number: "number",
  amount: "money",
  percent: "number",
  currency: "text",
  day: "date",
  moment: "date",
  month: "text",
  word: "text",
  "yes/no": "yes/no",
  "e-mail": "text",
  packed: "text",
};

function readValue(kind: FieldKind, value: unknown, { currency }: ProgramEvent): FactValue {
  // A blank currency means the program's, which is then the event's.
  if (value === null || value === "") return kind === "currency" ? currency : null;
  if (kind === "amount") return toCellNumber({ amount: value, currency } as Money);
  if (kind === "percent") return Number(percentText(value as never));
  if (typeof value === "string") return plainText(value);
  return kind === "moment" ? (value as { day: string }).day : (value as FactValue);
}

/** A cell of the team's own column as rules see it: its type is whatever the cell holds. */
function ownValue(cell: Cell | undefined): FactValue {
  if (cell === undefined) return null;
  if (isErrorCell(cell)) return { error: cellText(cell).trim() };
  if (isDateCell(cell)) return cell.day;
  const value = typeof cell === "string" ? plainText(cell) : cell;
  return value === "" ? null : value;
}

/** Words and currencies are read alike in all locales. */
const spellingOf = (field: Field<unknown>): Pick<Fact, "spelling"> =>
  field.kind === "word" || field.kind === "currency"
    ? { spelling: (word) => field.parse(word, { decimalMark: ".", currency: "USD" as Currency }) }
    : {};

function columnFacts(from: FactSource, ownHeaders: readonly string[]): readonly Fact[] {
  const table = tableOf(tableOfSource[from]);
  const known = Object.entries(table.columns).filter(([, each]) => each.filledBy !== "program");
  return [
    ...ownHeaders.map((header): Fact => {
      const read: Fact["read"] = (event) => ownValue(event[from]?.extra[header]);
      return { id: `${from}.${header}`, label: header, type: "any", from, computed: false, read };
    }),
    ...known.map(([column, { header, field }]): Fact => {
      const read: Fact["read"] = (event) => {
        const record = event[from] as
          | (Readonly<Record<string, unknown>> & Pick<Partner, "errors">)
          | null;
        const error = record?.errors?.[column];
        if (error !== undefined) return { error };
        return record === null ? null : readValue(field.kind, record[column] ?? null, event);
      };
      const type = kinds[field.kind];
      const id = `${from}.${header}`;
      const spelling = spellingOf(field as Field<unknown>);
      return { id, label: header, type, from, computed: false, read, ...spelling };
    }),
  ];
}

/**
 * Every fact of a program (FACT-2, SHEET-14): the columns of the transaction, action, customer and partner, the team's own among
 * them, and the computed ones. Of two with one id the computed one stands, then the program's own column.
 */
export function factsOf(
  program: Pick<Program, "tables">,
  sources: readonly FactSource[] = factSources,
): Catalogue {
  const columns = sources.flatMap((from) =>
    columnFacts(from, program.tables[tableOfSource[from]]?.ownHeaders ?? []),
  );
  const computed = Object.entries(computedFacts).map(
    ([id, fact]): Fact => ({ ...fact, id, computed: true }),
  );
  return new Map([...columns, ...computed].map((fact) => [fact.id, fact]));
}

/** The facts that an event has. */
export function factsFor(catalogue: Catalogue, event: EventKind): Catalogue {
  const sources = sourcesOf[event];
  return new Map([...catalogue].filter(([, { from }]) => sources.includes(from)));
}
