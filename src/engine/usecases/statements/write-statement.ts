import { DomainError } from "../../kernel/problem";
import { statementTab } from "../../reports/statements/statement-tab";
import { statementReader, statementReads } from "../../reports/statements/whole-statement";
import { logAct } from "../shared/log-act";
import { useCase } from "../shared/use-case";
import { statementInputs } from "./show-statement";

export interface WriteStatementOutput {
  /** The name of the tab. */
  readonly tab: string;
}

/** Writes one statement, with all its lines, into a new tab (STATEMENT-5). Throws PARTNER_UNKNOWN. */
export const writeStatement = useCase({
  name: "write-statement",
  edits: "leave",
  inputs: statementInputs,
  reads: [...statementReads, "activity"],
  decide: (work, { partner: key, month, currency: asked }, env): WriteStatementOutput => {
    const partner = work.get("partners", key);
    if (!partner) throw new DomainError("PARTNER_UNKNOWN");
    const currency = asked ?? work.settings.programCurrency;
    const whole = statementReader(work)({ partner: key, currency, month });
    const tab = statementTab(whole, partner.name, work.settings.programName, env.today);
    work.writeTab(tab);
    logAct(work, env, { what: "Wrote a statement", record: key, to: tab.name });
    return { tab: tab.name };
  },
});
