import { clip } from "../../kernel/cells";
import type { Key } from "../../kernel/keys";
import type { Work } from "../../program/work";

type Texts = readonly (string | null | undefined)[];

/** How replies name a partner: by its name, else by its key; "" where there is none. */
export const partnerName = (work: Work<"partners">, key: Key | null): string =>
  clip(work.get("partners", key)?.name ?? key ?? "");
export const customerName = (work: Work<"customers">, key: Key | null): string =>
  clip(work.get("customers", key)?.name ?? key ?? "");

/** What a row is found by that names a partner, or a customer. */
export const textsOfPartner = (work: Work<"partners">, key: Key | null): Texts => {
  const { name, email } = work.get("partners", key) ?? {};
  return [key, name, email];
};
export const textsOfCustomer = (work: Work<"customers">, key: Key | null): Texts => {
  const { name, email } = work.get("customers", key) ?? {};
  return [key, name, email];
};
