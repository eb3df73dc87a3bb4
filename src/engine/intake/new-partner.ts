import { quoted } from "../kernel/cells";
import type { Env } from "../kernel/env";
import { dayField, emailField, keyField, textField } from "../kernel/fields";
import { type InputOf, input } from "../kernel/input";
import type { Work } from "../program/work";
import type { Partner } from "../tables";
import { formIdInput, sentBefore } from "./form-id";
import type { Recorded } from "./new-customer";
import { ownKey } from "./own-key";
import { payoutIds, payoutInputs, refuseAbsent } from "./partner-details";

export const partnerInputs = {
  name: input("Name", textField, { required: true }),
  email: input("E-mail", emailField, { hint: "Where statements go." }),
  group: input("Group", textField, { hint: "Whose offers this partner gets." }),
  joinedOn: input("Joined on", dayField, { hint: "Blank means today." }),
  key: input("Key", keyField, { hint: "Your own key. Blank, and it is filled in." }),
  ...payoutInputs,
  formId: formIdInput,
};
export type PartnerForm = InputOf<typeof partnerInputs>;

/** Adds a partner as a row that is not judged yet: the same as one typed (SHEET-25). Throws INPUT_INVALID for a key that is taken, or a payout detail whose column the team removed. */
export function newPartner(
  work: Work<"partners">,
  { joinedOn, key, formId: _, ...says }: PartnerForm,
  env: Pick<Env, "today" | "newId">,
): Recorded<Partner> {
  const { email } = says;
  refuseAbsent(
    work,
    payoutIds.filter((id) => says[id] !== null),
  );
  const alike = work
    .all("partners")
    .filter((each) => email !== null && each.email?.toLowerCase() === email.toLowerCase());
  const row = work.insert("partners", {
    key: ownKey(work, "partners", key, () => env.newId("ptn")),
    ...(says as Partial<Partner>),
    joinedOn: joinedOn ?? env.today,
  });
  const notes = alike.map(
    (each) => `A partner with this e-mail is already there: ${quoted(each.name)}.`,
  );
  return { row, notes: notes.slice(0, 3) };
}

/** The partner whom this form added before; throws as `sentBefore`. */
export const partnerSentBefore = (
  work: Work<"partners">,
  { formId, key, ...says }: PartnerForm,
): Partner | undefined =>
  sentBefore(work, {
    table: "partners",
    prefix: "ptn",
    formId,
    key,
    says: says as Partial<Partner>,
  });
