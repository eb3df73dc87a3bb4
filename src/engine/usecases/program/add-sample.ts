import { smallSample } from "../../intake/sample/small-sample";
import { exponentOf } from "../../kernel/money";
import { DomainError } from "../../kernel/problem";
import { plural, say } from "../../kernel/say";
import { writeSetting } from "../../program/write-setting";
import { logAct } from "../shared/log-act";
import { useCase } from "../shared/use-case";

/**
 * Fills an empty program with a small sample of the two months before today, in the program's currency; the next
 * run judges it. Throws PROGRAM_NOT_EMPTY where anybody or anything is there already.
 */
export const addSample = useCase({
  name: "add-sample",
  edits: "leave",
  inputs: {},
  reads: ["partners", "customers", "triggers", "transactions", "activity"],
  decide: (work, _, env) => {
    const tables = ["partners", "customers", "triggers", "transactions"] as const;
    if (tables.some((name) => work.all(name).length > 0)) {
      throw new DomainError("PROGRAM_NOT_EMPTY");
    }
    const sample = smallSample(env.today);
    // The sample's amounts have two decimals; another currency has its own.
    const scale = 10 ** (exponentOf(work.settings.programCurrency) - 2);
    const scaled = (amount: number | null | undefined) =>
      amount === null || amount === undefined ? null : Math.round(amount * scale);
    writeSetting(work, "programStart", sample.start);
    for (const partner of sample.partners) work.insert("partners", partner);
    for (const customer of sample.customers) work.insert("customers", customer);
    for (const each of sample.triggers) {
      work.insert("triggers", { ...each, amount: scaled(each.amount) });
    }
    for (const each of sample.sales) {
      work.insert("transactions", { ...each, amount: scaled(each.amount) ?? 0 });
    }
    logAct(work, env, {
      what: "Added sample rows",
      to: say`${plural(sample.sales.length, "transaction")}`,
    });
    return { partners: sample.partners.length, sales: sample.sales.length };
  },
});
