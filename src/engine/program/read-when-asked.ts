import type { TableName } from "../tables";
import { replaceTables, withCustomers } from "./customer-names";
import type { Program, TableData } from "./program";
import { withCauses } from "./reward-causes";

type Tables = Program["tables"];

/**
 * The program with these tables too, each of which is read when it is first asked for: what a decision does not need is not
 * read (ADR-16). Sales and actions are read with the customers whom they name, rewards with what their causes say.
 */
export function readWhenAsked(
  program: Program,
  names: readonly TableName[],
  read: (name: TableName) => Tables,
): Program {
  const known: Record<string, TableData | undefined> = { ...program.tables };
  const load = (name: TableName): TableData | undefined => {
    if (!known[name]) {
      const isNaming = name === "transactions" || name === "actions";
      const customers = isNaming && names.includes("customers") ? load("customers") : undefined;
      const { [name]: own } = read(name);
      const named: Tables = { [name]: own, ...(customers && { customers }) } as Tables;
      known[name] = withCustomers(named)[name];
      if (name === "rewards") known[name] = withCauses(later, known as Tables)[name];
    }
    return known[name];
  };
  const getters = names.map((name) => [name, { enumerable: true, get: () => load(name) }]);
  const later = Object.defineProperties({}, Object.fromEntries(getters)) as Tables;
  return { ...program, tables: replaceTables(later, program.tables) };
}
