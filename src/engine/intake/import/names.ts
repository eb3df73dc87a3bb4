import { plainLower } from "../../kernel/cells";
import type { Key } from "../../kernel/keys";
import type { Customer, Partner } from "../../tables";

/** Whom a row is about, as a file may call them. */
export type Named = Pick<Partner | Customer, "key" | "name" | "email">;

/** Looks rows up by their names and e-mails, without case and blanks; several may have the same. */
export function createNames(rows: Iterable<Named>) {
  const keys = new Map<string, Set<Key>>();
  const add = ({ key, name, email }: Named): void => {
    for (const each of [name, email]) {
      if (each) keys.set(plainLower(each), (keys.get(plainLower(each)) ?? new Set()).add(key));
    }
  };
  for (const row of rows) add(row);
  return { add, of: (text: string): readonly Key[] => [...(keys.get(plainLower(text)) ?? [])] };
}

/** Why a line is left out whose partner may be one of several: nobody is guessed. */
export const severalPartners = (text: string, keys: readonly Key[]): string =>
  `several partners are called “${text}” (${keys.join(", ")}): write the key of one`;
/** The same of customers: several may have one e-mail or external id. */
export const severalCustomers = (text: string, keys: readonly Key[]): string =>
  `several customers have “${text}” (${keys.join(", ")}): write the key of one`;
