import { type Lacking, lackingIn } from "../invoices/left-the-house";
import type { Month } from "../kernel/day";
import type { Sentence } from "../kernel/message";
import { plural, say } from "../kernel/say";
import { apply } from "../program/changeset";
import { finding, type HealthCheck } from "./health-check";

const tabs = { filed: "payouts", paid: "payouts", mailed: "partners", ran: "activity" } as const;

/** Files, payments and mails that the workbook knows nothing of: it is an older version, or rows were deleted (REFUSAL-8). */
export const leftTheHouse: HealthCheck = {
  label: "Done before, and missing here",
  marks: true,
  find: (work, { left }) => {
    const known = left?.();
    if (!known || lackingIn(work.program, known).length === 0) return [];
    // A status that was typed over, and is set back just now, is none that is missing.
    return lackingIn(apply(work.program, work.changes()), known).map((lacking) => ({
      ...finding(tabs[lacking.what], "", "key", sentence(lacking)),
      id: `${lacking.group} ${lacking.what} ${lacking.on}`,
    }));
  },
};

function sentence({ group, what, on, count }: Lacking): Sentence {
  const last = { day: on };
  if (what === "ran") {
    return say`The run of ${last} is missing from Activity: an older version of this spreadsheet was restored, or lines were deleted. If rows are missing too, restore the newest version from File → Version history.`;
  }
  const were = count === 1 ? "was" : "were";
  const payouts = say`${plural(count, "payout")} of ${{ invoice: group }}`;
  const said = {
    filed: say`${payouts} went into a payment file on ${last}`,
    paid: say`${payouts} ${were} paid on ${last}`,
    mailed: say`${plural(count, "statement")} for ${{ month: group as Month }} ${were} mailed by ${last}`,
  }[what];
  return say`${said}, and this spreadsheet knows nothing of it: an older version was restored, or rows were deleted. Restore the newest version, or enter it again. Files, payments and statements ask before they repeat it.`;
}
