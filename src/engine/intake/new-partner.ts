import { quoted } from "../kernel/cells";
import type { Work } from "../program/work";
import type { Partner } from "../tables";
import { partners } from "../tables/partners";
import { columnInput } from "../tables/table";
import {
  payoutIds,
  payoutInputs,
  refuseAbsent,
  refuseFaultyTargets,
  refuseTakenCodes,
} from "./partner-details";
import { ownKey, rowForm, rowInputs, someNotes } from "./row-form";

const { name, email, group, joinedOn, codes } = partners.columns;

/** A new partner. Throws INPUT_INVALID for a key that is taken, a payout detail whose column the team removed, or one where money can't be sent. */
export const partnerForm = rowForm({
  table: "partners",
  inputs: {
    name: columnInput(name, { required: true, hint: "" }),
    email: columnInput(email, { hint: "Where statements go." }),
    group: columnInput(group, { hint: "Whose offers this partner gets." }),
    codes: columnInput(codes, { hint: "Codes that the partner gives away, such as SAM10." }),
    joinedOn: columnInput(joinedOn, { hint: "Blank means today." }),
    key: rowInputs.key,
    ...payoutInputs,
    formId: rowInputs.formId,
  },
  make: (work: Work<"partners">, { joinedOn: on, key, formId: _, ...says }, env) => {
    const given = payoutIds.filter((id) => says[id] !== null);
    refuseAbsent(work, given);
    const mail = says.email?.toLowerCase();
    const alike = work
      .all("partners")
      .filter((each) => mail !== undefined && each.email?.toLowerCase() === mail);
    const row = work.insert("partners", {
      key: ownKey(work, "partners", key, env),
      ...(says as Partial<Partner>),
      joinedOn: on ?? env.today,
    });
    refuseFaultyTargets(row, given);
    refuseTakenCodes(work, row);
    const notes = alike.map(
      (each) => `A partner with this e-mail is already there: ${quoted(each.name)}.`,
    );
    return { row, notes: someNotes(notes) };
  },
});
