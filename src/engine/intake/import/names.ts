import { plainLower } from "../../kernel/cells";
import type { Key } from "../../kernel/keys";

interface Named {
  readonly key: Key;
  readonly name: string | null;
  readonly email: string | null;
}
/** Whom a file may mean by a name or an e-mail, without case and blanks; several rows may have the same. */
export interface Names {
  readonly of: (text: string) => readonly Key[];
  readonly add: (row: Named) => void;
}

/** Looks rows up by their names and e-mails. */
export function createNames(rows: Iterable<Named>): Names {
  const keys = new Map<string, Set<Key>>();
  const add = ({ key, name, email }: Named): void => {
    for (const each of [name, email]) {
      if (each) keys.set(plainLower(each), (keys.get(plainLower(each)) ?? new Set()).add(key));
    }
  };
  for (const row of rows) add(row);
  return { add, of: (text) => [...(keys.get(plainLower(text)) ?? [])] };
}

/** Why a line is left out whose partner may be one of several: nobody is guessed. */
export const severalPartners = (text: string, keys: readonly Key[]): string =>
  `several partners are called “${text}” (${keys.join(", ")}): write the key of one`;
/** The same of customers: several may have one e-mail or external id. */
export const severalCustomers = (text: string, keys: readonly Key[]): string =>
  `several customers have “${text}” (${keys.join(", ")}): write the key of one`;
