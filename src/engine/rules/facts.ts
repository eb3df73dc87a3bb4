import { cellText, isErrorCell, plainText } from "../kernel/cells";
import { type Cell, type Field, type FieldKind, isDateCell, type Parsed } from "../kernel/fields";
import { type Currency, type Money, percentText, toCellNumber } from "../kernel/money";
import { once, remembered } from "../kernel/remembered";
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
export type Catalogue = Pick<ReadonlyMap<string, Fact>, "get" | "keys" | "values">;

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

/** A source's columns of the team's own. */
const ownFacts = (from: FactSource, ownHeaders: readonly string[]): readonly Fact[] =>
  ownHeaders.map((header): Fact => {
    const read: Fact["read"] = (event) => ownValue(event[from]?.extra[header]);
    return { id: `${from}.${header}`, label: header, type: "any", from, computed: false, read };
  });

/** A source's columns of the program's that people fill in. */
const ourFacts = (from: FactSource): readonly Fact[] =>
  Object.entries(tableOf(tableOfSource[from]).columns)
    .filter(([, { filledBy }]) => filledBy !== "program")
    .map(([column, { header, field }]): Fact => {
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
    });

const allComputed = (): readonly Fact[] =>
  Object.entries(computedFacts).map(([id, fact]): Fact => ({ ...fact, id, computed: true }));

const byId = (facts: readonly Fact[]): ReadonlyMap<string, Fact> =>
  new Map(facts.map((fact) => [fact.id, fact]));

const catalogueOf = (get: Catalogue["get"], all: () => ReadonlyMap<string, Fact>): Catalogue => ({
  get,
  keys: () => all().keys(),
  values: () => all().values(),
});

/**
 * Every fact of a program (FACT-2, SHEET-14): the columns of the transaction, action, customer and partner, the team's own among
 * them, and the computed ones. Of two with one id the computed one stands, then the program's own column. A tab is asked for the
 * team's columns only where a fact is none of the program's, or all are asked for (ADR-16).
 */
export function factsOf(
  { tables }: Pick<Program, "tables">,
  sources: readonly FactSource[] = factSources,
): Catalogue {
  const ofTeam = (from: FactSource) =>
    ownFacts(from, tables[tableOfSource[from]]?.ownHeaders ?? []);
  const known = new Map<FactSource, ReadonlyMap<string, Fact>>();
  const ours = once(() => byId([...sources.flatMap(ourFacts), ...allComputed()]));
  const get: Catalogue["get"] = (id) => {
    const fact = ours().get(id);
    const from = fact ? undefined : sources.find((each) => id.startsWith(`${each}.`));
    return from ? remembered(known, from, () => byId(ofTeam(from))).get(id) : fact;
  };
  const all = () =>
    byId([...sources.flatMap((from) => [...ofTeam(from), ...ourFacts(from)]), ...allComputed()]);
  return catalogueOf(get, once(all));
}

/** The facts that an event has. */
export function factsFor(catalogue: Catalogue, event: EventKind): Catalogue {
  const isOfEvent = ({ from }: Fact) => sourcesOf[event].includes(from);
  const get: Catalogue["get"] = (id) => {
    const fact = catalogue.get(id);
    return fact && isOfEvent(fact) ? fact : undefined;
  };
  return catalogueOf(get, () => byId([...catalogue.values()].filter(isOfEvent)));
}
