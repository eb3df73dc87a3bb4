import { type Lacking, lackingIn } from "../invoices/left-the-house";
import { finding, type HealthCheck } from "./health-check";

const tabs = { filed: "payouts", paid: "payouts", mailed: "partners", ran: "activity" } as const;

/** Files, payments and mails that the workbook knows nothing of: it is an older version, or rows were deleted (REFUSAL-8). */
export const leftTheHouse: HealthCheck = {
  label: "Done before, and missing here",
  marks: true,
  find: (work, { left }) =>
    (left ? lackingIn(work.program, left()) : []).map((lacking) => ({
      ...finding(tabs[lacking.what], "", "key", sentence(lacking)),
      id: `${lacking.group} ${lacking.what} ${lacking.on}`,
    })),
  repairs: {},
};

function sentence({ group, what, on, count }: Lacking): string {
  if (what === "ran") {
    return `The run of ${on} is missing from Activity: an older version of this spreadsheet was restored, or lines were deleted. If rows are missing too, restore the newest version from File → Version history.`;
  }
  const things = (one: string) => `${count} ${one}${count === 1 ? "" : "s"}`;
  const said = {
    filed: `${things("payout")} of ${group} went into a payment file on ${on}`,
    paid: `${things("payout")} of ${group} ${count === 1 ? "was" : "were"} paid on ${on}`,
    mailed: `${things("statement")} for ${group} ${count === 1 ? "was" : "were"} mailed by ${on}`,
  }[what];
  return `${said}, and this spreadsheet knows nothing of it: an older version was restored, or rows were deleted. Restore the newest version, or enter it again. Files, payments and statements ask before they repeat it.`;
}
