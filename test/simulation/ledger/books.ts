import { type Life, type Row, rowsOf } from "../life";

const tabs = [
  "Partners",
  "Customers",
  "Transactions",
  "Actions",
  "Triggers",
  "Rewards",
  "Drips",
  "Invoices",
  "Payouts",
  "Settings",
  "Activity",
] as const;
export type Tab = (typeof tabs)[number];

/** All that stands in the sheets at one moment: nothing else is asked. */
export interface Books {
  readonly today: string;
  readonly rows: Readonly<Record<Tab, readonly Row[]>>;
  /** Rows of a tab in which a column holds a value. */
  readonly where: (tab: Tab, header: string, value: unknown) => readonly Row[];
}

/** Says what is broken; called for nothing that holds. */
export type Complain = (what: string) => void;

export function openBooks(life: Life): Books {
  const rows = Object.fromEntries(tabs.map((tab) => [tab, rowsOf(life, tab)])) as Books["rows"];
  const indexes = new Map<string, Map<unknown, Row[]>>();
  return {
    today: life.today,
    rows,
    where: (tab, header, value) => {
      const name = `${tab} ${header}`;
      const index = indexes.get(name) ?? indexOf(rows[tab], header);
      indexes.set(name, index);
      return index.get(String(value)) ?? [];
    },
  };
}

function indexOf(rows: readonly Row[], header: string): Map<unknown, Row[]> {
  const index = new Map<unknown, Row[]>();
  for (const row of rows) {
    const value = String(row[header]);
    const known = index.get(value);
    if (known) known.push(row);
    else index.set(value, [row]);
  }
  return index;
}
