import type { TableData } from "../program/program";
import { tableNames } from "../tables";
import { finding, type HealthCheck } from "./health-check";

/** Rows that have another row's key; the one that was judged first counts (SHEET-24). */
export const doubledRows: HealthCheck = {
  label: "Rows with the same key",
  find: (work) =>
    tableNames.flatMap((table) => {
      const data = work.program.tables[table] as TableData | undefined;
      return (data?.rows ?? []).flatMap(({ key, copy, problems }) => {
        const said = problems.find(({ code }) => code === "KEY_DUPLICATE");
        if (copy === 0 || !said) return [];
        return [{ ...finding(table, key, "key", said.message), id: `${table} ${key} ${copy}` }];
      });
    }),
};
