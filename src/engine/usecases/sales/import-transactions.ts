import type { ImportPlan } from "../../intake/import/plan-import";
import { planImport } from "../../intake/import/plan-import";
import { longTextField, yesNoField } from "../../kernel/fields";
import { ANY_LENGTH, input } from "../../kernel/input";
import { refuseInput } from "../../kernel/refuse-input";
import { writeSetting } from "../../program/write-setting";
import { logAct } from "../shared/log-act";
import { useCase } from "../shared/use-case";

/** So many bad lines are told one by one. */
const MOST_TOLD = 50;

/**
 * Takes a team's own CSV of transactions in, with the customers and partners that it names; first, without
 * `confirmed`, says what each column is read as and what each line becomes. Bad lines are told and left out;
 * the same file may come again, corrected: what is there is not taken twice. One line of Activity.
 */
export const importOwnTransactions = useCase({
  name: "import-transactions",
  edits: "leave",
  inputs: {
    text: input("File", longTextField, {
      longest: ANY_LENGTH,
      required: true,
      hint: "A CSV file of transactions.",
    }),
    fromFirst: input("Begin the program with the first of them", yesNoField),
    confirmed: input("Confirmed", yesNoField),
  },
  reads: ["settings", "partners", "customers", "transactions", "activity"],
  decide: (work, { text, fromFirst, confirmed }, env) => {
    const plan = planImport(work, text);
    if (plan.lines === 0) refuseInput("text", "This file has no lines below its headers.");
    const start = fromFirst ? plan.since : work.settings.programStart;
    const output = tell(plan, start ?? "");
    if (!confirmed || plan.sales.length === 0) return output;
    if (fromFirst && plan.since) writeSetting(work, "programStart", plan.since);
    for (const partner of plan.partners) work.insert("partners", partner);
    for (const customer of plan.customers) work.insert("customers", customer);
    for (const sale of plan.sales) work.insert("transactions", sale);
    const to = `${plan.sales.length} transactions, ${plan.customers.length} customers, ${plan.partners.length} partners`;
    logAct(work, env, { what: "Imported transactions", to });
    return { ...output, kind: "imported" };
  },
});

const tell = (plan: ImportPlan, start: string) => ({
  kind: "preview",
  /** Each header of the file, and our column that it is read as; null is left out. */
  columns: plan.mapping.map((each) => ({
    header: each.header,
    column: each.kind === "ours" ? each.column : null,
  })),
  /** Our columns that no header was found for: nothing can be taken without them. */
  missing: plan.missing,
  lines: plan.lines,
  sales: plan.sales.length,
  customers: plan.customers.length,
  partners: plan.partners.length,
  /** Lines that are rows already. */
  known: plan.known,
  badLines: plan.bad.length,
  bad: plan.bad.slice(0, MOST_TOLD),
  /** New rows dated before the program's start: history, which earns nothing. */
  history: plan.sales.filter(({ date }) => (date?.day ?? "") < start).length,
});
