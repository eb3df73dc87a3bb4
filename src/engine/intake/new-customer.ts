import { quoted } from "../kernel/cells";
import { dayField } from "../kernel/fields";
import { input } from "../kernel/input";
import { DomainError } from "../kernel/problem";
import type { Work } from "../program/work";
import { customers } from "../tables/customers";
import { columnInput } from "../tables/table";
import { ownKey, rowForm, rowInputs, someNotes } from "./row-form";

/** A customer whom a partner brought. Throws PARTNER_UNKNOWN, or INPUT_INVALID for a key that is taken. */
export const customerForm = rowForm({
  table: "customers",
  inputs: {
    partner: columnInput(customers.columns.partner, { required: true, hint: "" }),
    name: columnInput(customers.columns.name, { required: true, hint: "" }),
    email: columnInput(customers.columns.email, { hint: "Used to detect self-referrals." }),
    createdOn: input("Signed up on", dayField, { hint: "Blank means today." }),
    ...rowInputs,
  },
  make: (work: Work<"customers" | "partners">, { partner, name, email, createdOn, key }, env) => {
    if (!work.get("partners", partner)) throw new DomainError("PARTNER_UNKNOWN");
    const alike = work
      .all("customers")
      .filter((each) => email !== null && each.email?.toLowerCase() === email.toLowerCase());
    const row = work.insert("customers", {
      key: ownKey(work, "customers", key, env),
      partner,
      name,
      email,
      createdOn: { day: createdOn ?? env.today, time: "" },
    });
    const notes = alike.map(
      (each) => `A customer with this e-mail is already there: ${quoted(each.name ?? each.key)}.`,
    );
    return { row, notes: someNotes(notes) };
  },
});
