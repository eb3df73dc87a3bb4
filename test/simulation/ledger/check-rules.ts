import type { Row } from "../life";
import type { Books, Complain } from "./books";

interface Condition {
  readonly fact: string;
  readonly operator: string;
  readonly value: unknown;
}
/** What a rule may ask of a row that nobody here ever corrects: it holds today as it did when the row was judged. */
const lasting: Readonly<
  Record<string, readonly [tab: "Transactions" | "Actions", header: string]>
> = {
  "transaction.Product": ["Transactions", "Product"],
  "transaction.Currency": ["Transactions", "Currency"],
  "action.Kind": ["Actions", "Kind"],
};

/** What triggers made was theirs to make: the rules hold on the row as it stands, whatever it showed meanwhile. */
export function checkRules(books: Books, complain: Complain): void {
  const made = [
    ...books.rows.Rewards.filter(({ Source }) => Source === "trigger"),
    ...books.rows.Drips,
  ];
  for (const row of made) {
    const [trigger] = books.where("Triggers", "Key", row.Trigger || "none");
    if (!trigger || trigger.Rules === "") continue;
    const { all } = JSON.parse(String(trigger.Rules)) as { readonly all: readonly Condition[] };
    for (const condition of all) {
      const event = eventOf(books, row, condition);
      if (event !== undefined && !holds(condition, event))
        complain(`${row.Key}: ${condition.fact} is “${event}”, and ${trigger.Key} asks for others`);
    }
  }
}

function eventOf(books: Books, made: Row, { fact }: Condition): string | undefined {
  const [tab, header] = lasting[fact] ?? [];
  if (!tab || !header) return undefined;
  const [row] = books.where(tab, "Key", made.Transaction || eventIn(made));
  const cell = row?.[header];
  if (cell === undefined) return undefined;
  return header === "Currency" ? String(cell || "USD").toUpperCase() : String(cell);
}

/** A key of what a trigger made is `event/trigger`. */
const eventIn = ({ Key }: Row): string => String(Key).split("/")[0] as string;

function holds({ operator, value }: Condition, found: string): boolean {
  if (found === "") return false;
  switch (operator) {
    case "equal":
      return found === value;
    case "notEqual":
      return found !== value;
    case "in":
      return (value as readonly string[]).includes(found);
    default:
      throw new Error(`The ledger knows no rules with “${operator}”.`);
  }
}
