import { takeOver } from "../../edits/take-over";
import { checkNames, healthChecks } from "../../health";
import { type HealthCheck, repairNames } from "../../health/health-check";
import { longTextField, wordField } from "../../kernel/fields";
import { input } from "../../kernel/input";
import { DomainError } from "../../kernel/problem";
import { tableNames } from "../../tables";
import { logAct } from "../shared/log-act";
import { useCase } from "../shared/use-case";

/**
 * Does what one click can do about a finding of the health check, in one line of Activity (RUN-17). Throws
 * FINDING_GONE where it is no longer so, REPAIR_IMPOSSIBLE where that is not safe here.
 */
export const repair = useCase({
  name: "repair",
  edits: "leave",
  inputs: {
    check: input("Check", wordField(checkNames), { required: true }),
    id: input("Finding", longTextField, { required: true }),
    how: input("Repair", wordField(repairNames), { required: true }),
  },
  reads: tableNames,
  decide: (work, { check, id, how }, env) => {
    const { find, label, repairs = {} }: HealthCheck = healthChecks[check];
    const found = find(work, env).find((each) => each.id === id);
    if (!found) throw new DomainError("FINDING_GONE");
    const chosen = found.repairs.includes(how) ? repairs[how] : undefined;
    if (!chosen) throw new DomainError("REPAIR_IMPOSSIBLE");
    takeOver(work, env);
    const said = chosen.act(work, found, env);
    logAct(work, env, { what: said, records: [found.key], from: found.message, why: label });
    return { said };
  },
});
