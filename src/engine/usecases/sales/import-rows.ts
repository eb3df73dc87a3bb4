import { isFormTab } from "../../intake/applications/form-tabs";
import { madeOf } from "../../intake/import/made-rows";
import { withOwnColumns } from "../../intake/import/own-columns";
import { type BadLine, type ImportPlan, planImport } from "../../intake/import/plan-import";
import { standingsIn } from "../../intake/import/standing";
import { unpackPart } from "../../intake/import/wire-row";
import { dayField, longTextField } from "../../kernel/fields";
import { ANY_LENGTH, input } from "../../kernel/input";
import { writeSetting } from "../../program/write-setting";
import { useCase } from "../shared/use-case";
import { countHistory, insertPlan, tookIn } from "./insert-plan";
import { logPart, partInputs } from "./log-part";

/** A part of a file, as the dialog has read it. */
export const rowInputs = {
  rows: input("Rows", longTextField, { longest: ANY_LENGTH, required: true }),
  /** The program's start is set to this day; blank leaves it as it is. */
  startOn: input("Start of the program", dayField),
};
/** The most bad or changed lines of a part that are told one by one. */
const MOST_TOLD = 1_000;

/** What a part of a file that the dialog has read would come to; writes nothing (IMPORT-3). */
export const checkImport = useCase({
  name: "check-import",
  edits: "read only",
  inputs: rowInputs,
  reads: ["partners", "customers", "transactions"],
  decide: (work, { rows, startOn }) =>
    tellPlan(planImport(work, unpackPart(rows)), startOn ?? work.settings.programStart),
});

/**
 * Takes a part of a file in that the dialog has read. Rows that are there are not taken twice, so a part may be sent
 * again; its line of Activity keeps what it made, so that the import can be taken back (IMPORT-3).
 */
export const importRows = useCase({
  name: "import-rows",
  edits: "leave",
  inputs: {
    ...rowInputs,
    ...partInputs,
  },
  reads: ["partners", "customers", "transactions", "activity"],
  decide: (work, { rows, startOn, ...of }, env) => {
    const plan = planImport(work, unpackPart(rows));
    const output = tellPlan(plan, startOn ?? work.settings.programStart);
    if (startOn && startOn !== work.settings.programStart)
      writeSetting(work, "programStart", startOn);
    if (plan.sales.length + plan.refunds.length === 0) return output;
    insertPlan(work, withOwnColumns(work, plan));
    logPart(work, env, { ...of, made: madeOf(plan), to: tookIn(plan) });
    return output;
  },
});

const tellPlan = (plan: ImportPlan, start: string) => ({
  sales: plan.sales.length,
  refunds: plan.refunds.length,
  customers: plan.customers.map(({ key }) => key),
  partners: plan.partners.map(({ key }) => key),
  known: plan.known,
  changed: plan.changed.slice(0, MOST_TOLD),
  bad: plan.bad.slice(0, MOST_TOLD),
  /** All of them, since each is answered by its line. */
  similar: plan.similar.map(
    ({ line, reasons }, at): BadLine => ({ line, reasons: at < MOST_TOLD ? reasons : [] }),
  ),
  refundedBefore: plan.refundedBefore.slice(0, MOST_TOLD),
  tests: plan.sales.filter(({ test }) => test).length,
  ofTests: plan.ofTests.slice(0, MOST_TOLD),
  noPartner: plan.noPartner,
  noPartnerCustomers: plan.noPartnerCustomers,
  unknownCodes: plan.unknownCodes.slice(0, MOST_TOLD),
  history: countHistory(plan, start),
});

/** What the reading of a file depends on: the program's currency and start, and how the spreadsheet writes amounts. */
export const importContext = useCase({
  name: "import-context",
  edits: "read only",
  inputs: {},
  reads: ["triggers"],
  decide: (work) => ({
    programCurrency: work.settings.programCurrency,
    programStart: work.settings.programStart ?? "",
    decimalMark: work.program.context.decimalMark,
    activeTriggers: work.all("triggers").filter(({ state }) => state === "active").length,
    /** The tabs that each run reads (IMPORT-14). */
    standing: (standingsIn(work) ?? []).map(({ tab, taken, held, map }) => ({
      tab,
      /** Its lines are answers of a form, which wait for a person (PARTNER-7). */
      isForm: isFormTab({ map }),
      taken,
      /** Lines that wait for a person's decision; null for very many. */
      held: held === null ? null : held.length,
    })),
  }),
});
