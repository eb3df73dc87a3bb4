import { quoted } from "../kernel/cells";
import type { Env } from "../kernel/env";
import { dayField, emailField, keyField, textField } from "../kernel/fields";
import { type InputOf, input } from "../kernel/input";
import { DomainError } from "../kernel/problem";
import type { Work } from "../program/work";
import type { Customer } from "../tables";
import { formIdInput, sentBefore } from "./form-id";
import { ownKey } from "./own-key";

export const customerInputs = {
  partner: input("Partner", keyField, { required: true }),
  name: input("Name", textField, { required: true }),
  email: input("E-mail", emailField, { hint: "Tells a partner who refers himself." }),
  createdOn: input("Signed up on", dayField, { hint: "Blank means today." }),
  key: input("Key", keyField, { hint: "Your own key. Blank, and it is filled in." }),
  formId: formIdInput,
};
export type CustomerForm = InputOf<typeof customerInputs>;

/** A row that a person is about to record, and what looks odd about it. */
export interface Recorded<R> {
  readonly row: R;
  readonly notes: readonly string[];
}

/**
 * Adds a customer as a row that is not judged yet: the same as one typed (SHEET-25). Throws PARTNER_UNKNOWN,
 * or INPUT_INVALID for a key that is taken.
 */
export function newCustomer(
  work: Work<"customers" | "partners">,
  { partner, name, email, createdOn, key }: CustomerForm,
  env: Pick<Env, "today" | "newId">,
): Recorded<Customer> {
  if (!work.get("partners", partner)) throw new DomainError("PARTNER_UNKNOWN");
  const alike = work
    .all("customers")
    .filter((each) => email !== null && each.email?.toLowerCase() === email.toLowerCase());
  const row = work.insert("customers", {
    key: ownKey(work, "customers", key, () => env.newId("cus")),
    partner,
    name,
    email,
    createdOn: { day: createdOn ?? env.today, time: "" },
  });
  const notes = alike.map(
    (each) => `A customer with this e-mail is already there: ${quoted(each.name ?? each.key)}.`,
  );
  return { row, notes: notes.slice(0, 3) };
}

/** The customer whom this form added before; throws as `sentBefore`. */
export const customerSentBefore = (
  work: Work<"customers">,
  { formId, key, createdOn, ...says }: CustomerForm,
): Customer | undefined => {
  const day = createdOn === null ? {} : { createdOn: { day: createdOn, time: "" } };
  return sentBefore(work, {
    table: "customers",
    prefix: "cus",
    formId,
    key,
    says: { ...says, ...day },
  });
};
