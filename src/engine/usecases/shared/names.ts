import { clip } from "../../kernel/cells";
import type { Key } from "../../kernel/keys";
import type { WorkOn } from "../../program/work";
import type { Customer, Drip, Partner } from "../../tables";

type Partners = WorkOn<{ readonly partners: Pick<Partner, "name" | "email"> }>;
type Customers = WorkOn<{ readonly customers: Pick<Customer, "name" | "email"> }>;
type Texts = readonly (string | null | undefined)[];

/** How replies name a partner: by its name, else by its key; "" where there is none. */
export const partnerName = (work: Partners, key: Key | null): string =>
  clip(work.get("partners", key)?.name ?? key ?? "");
export const customerName = (work: Customers, key: Key | null): string =>
  clip(work.get("customers", key)?.name ?? key ?? "");

/** The same as the row itself names the customer, which saves reading all of them; as the customer's row does where it says nothing. */
export const customerNameIn = (
  work: Customers,
  { customer, customerName: name }: Pick<Drip, "customer" | "customerName">,
): string => (name === null ? customerName(work, customer) : clip(name));

/** What a row is found by that names a partner, or a customer. */
export const textsOfPartner = (work: Partners, key: Key | null): Texts => {
  const { name, email } = work.get("partners", key) ?? {};
  return [key, name, email];
};
export const textsOfCustomer = (work: Customers, key: Key | null): Texts => {
  const { name, email } = work.get("customers", key) ?? {};
  return [key, name, email];
};
