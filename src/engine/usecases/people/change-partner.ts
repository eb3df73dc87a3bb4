import {
  type DetailId,
  detailIds,
  detailInputs,
  detailText,
  refuseAbsent,
  refuseFaultyTargets,
  refuseTakenCodes,
} from "../../intake/partner-details";
import type { Env } from "../../kernel/env";
import { keyField, wordField } from "../../kernel/fields";
import { type InputOf, input, listInput } from "../../kernel/input";
import { refuseInput } from "../../kernel/refuse-input";
import type { Work } from "../../program/work";
import type { Partner } from "../../tables";
import { partners } from "../../tables/partners";
import { chosen } from "../shared/chosen";
import { type Act, logAct } from "../shared/log-act";
import { useCase } from "../shared/use-case";

const inputs = {
  partner: input("Partner", keyField, { required: true }),
  ...detailInputs,
  cleared: listInput("Details to leave blank", wordField(detailIds)),
};

/**
 * Changes the details of a partner that are given and leaves the others; one line of Activity for all of them. A group
 * is changed as if it were typed: the next run judges it (SHEET-25). Throws PARTNER_UNKNOWN, or INPUT_INVALID at
 * a detail whose column the team removed, at a blank name and where money can't be sent.
 */
export const changePartner = useCase({
  name: "change-partner",
  edits: "leave",
  inputs,
  reads: ["partners", "activity"],
  decide: (work, given, env) => {
    const before = chosen(work, "partners", given.partner);
    const after = { ...before, ...wantedOf(given) };
    return changeDetails(work, env, before, { after, what: "Changed a partner" });
  },
});

/** Changes a partner's details to others, with one line of Activity, which also settles answers of a form. */
export function changeDetails(
  work: Work<"partners" | "activity">,
  env: Env,
  before: Partner,
  { after, what, answers }: { readonly after: Partner } & Pick<Act, "what" | "answers">,
) {
  if (after.name === null) refuseInput("name", "Name is needed.");
  const ids = detailIds.filter((id) => after[id] !== before[id]);
  refuseAbsent(work, ids);
  refuseFaultyTargets(after, ids);
  if (ids.includes("codes")) refuseTakenCodes(work, after);
  const changed = ids.map((id) => ({
    id,
    /** As text; "" where blank. */
    from: detailText(before, id),
    to: detailText(after, id),
  }));
  if (ids.length > 0) {
    work.update("partners", before.key, Object.fromEntries(ids.map((id) => [id, after[id]])));
  }
  if (ids.length > 0 || answers) {
    const say = (side: "from" | "to") =>
      changed.map((each) => `${headerOf(each.id)}: ${each[side] || "blank"}`).join("\n");
    const sides = { from: say("from"), to: say("to") };
    logAct(work, env, {
      what,
      name: before.name,
      records: [before.key],
      ...sides,
      ...(answers && { answers }),
    });
  }
  return { key: before.key, name: detailText(after, "name"), changed };
}

const headerOf = (id: DetailId): string => partners.columns[id].header;

/** What the form says: a detail that is given, or made blank by its name. */
function wantedOf(given: InputOf<typeof inputs>): Partial<Partner> {
  const cleared = new Set(given.cleared);
  return Object.fromEntries(
    detailIds.flatMap((id): (readonly [string, unknown])[] => {
      if (given[id] !== null) return [[id, given[id]]];
      return cleared.has(id) ? [[id, partners.columns[id].fallback]] : [];
    }),
  );
}
