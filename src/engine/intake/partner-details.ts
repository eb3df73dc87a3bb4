import { faultsOfTargets } from "../invoices/files/refusals";
import { clip, quoted } from "../kernel/cells";
import { codesIn, plainCode } from "../kernel/codes";
import { emailField } from "../kernel/fields";
import { DomainError, type Problem } from "../kernel/problem";
import { refuseInput } from "../kernel/refuse-input";
import type { Work } from "../program/work";
import { codesOf } from "../sales/codes";
import type { Partner } from "../tables";
import { partners } from "../tables/partners";
import { columnInput } from "../tables/table";

const { columns, sheet } = partners;

/** How a partner is paid: the columns of Partners, asked for as its cells take them (PAYOUT-5). */
export const payoutInputs = {
  payoutMethod: columnInput(columns.payoutMethod),
  payeeName: columnInput(columns.payeeName),
  payeeType: columnInput(columns.payeeType),
  paymentEmail: columnInput({ ...columns.paymentEmail, field: emailField }),
  accountReference: columnInput(columns.accountReference),
};
export const payoutIds = Object.keys(payoutInputs) as readonly (keyof typeof payoutInputs)[];
/** What a person may change of a partner by a form. */
export const detailInputs = {
  name: columnInput(columns.name),
  email: columnInput(columns.email),
  group: columnInput(columns.group),
  codes: columnInput(columns.codes),
  codesUntil: columnInput(columns.codesUntil),
  mails: columnInput(columns.mails),
  ...payoutInputs,
};
export type DetailId = keyof typeof detailInputs;
export const detailIds = Object.keys(detailInputs) as readonly DetailId[];
/** The details as text; "" where blank. */
export type PartnerDetails = Readonly<Record<DetailId, string>>;

/** One detail as text. What is longer than a form may send is cut to just above it: sent back, it is refused and not shortened. */
export const detailText = (partner: Pick<Partner, DetailId>, id: DetailId): string =>
  clip(partner[id] ?? "", detailInputs[id].longest + 1);

/** The details as a form shows them. */
export const detailsOf = (partner: Partner): PartnerDetails =>
  Object.fromEntries(detailIds.map((id) => [id, detailText(partner, id)])) as never;

/** Throws INPUT_INVALID at each of these details whose column the team removed: what was typed would be lost. */
export function refuseAbsent(work: Work<"partners">, ids: readonly DetailId[]): void {
  const absent = work.program.tables.partners?.absent ?? [];
  const problems = ids
    .filter((id) => absent.includes(id))
    .map(
      (id): Problem => ({
        code: "CELL_NOT_IN_LIST",
        at: { table: "input", column: id },
        message: `${sheet} has no column “${columns[id].header}”. Add that header to row 1 of the tab, then send this again.`,
      }),
    );
  if (problems.length > 0) throw new DomainError("INPUT_INVALID", "", problems);
}

/** Throws INPUT_INVALID for codes that another partner has: each is one partner's (IMPORT-6). */
export function refuseTakenCodes(work: Work<"partners">, { key, codes }: Partner): void {
  const all = codesOf(work.program);
  for (const code of codesIn(codes ?? "")) {
    const other = all.get(plainCode(code))?.partners.find((partner) => partner !== key);
    if (other === undefined) continue;
    const name = work.get("partners", other)?.name ?? other;
    refuseInput(
      "codes",
      `${quoted(code)} is a code of ${quoted(name)} already. Choose another one.`,
    );
  }
}

/** Throws INPUT_INVALID at each of these details that names where money should go and is faulty (PAYOUT-8). */
export function refuseFaultyTargets(partner: Partner, ids: readonly DetailId[]): void {
  const problems = faultsOfTargets(partner)
    .filter(([id]) => ids.includes(id) || ids.includes("payoutMethod"))
    .map(
      ([id, message]): Problem => ({
        code: "CELL_OUT_OF_RANGE",
        at: { table: "input", column: id },
        message,
      }),
    );
  if (problems.length > 0) throw new DomainError("INPUT_INVALID", "", problems);
}
