import { createProgramTable, type Program, type Row, type TableData } from "../program/program";
import type { Trigger } from "../tables";
import { noExtra } from "../tables/table";

/** The program with this trigger active, beside the others or in its old self's place. */
export function withTrigger(program: Program, trigger: Trigger): Program {
  const data = program.tables.triggers as TableData<"triggers">;
  const row: Row<"triggers"> = {
    key: trigger.key,
    said: trigger.key,
    copy: 0,
    raw: { cells: {}, extra: noExtra },
    record: { ...trigger, state: "active" },
    problems: [],
    putBack: [],
    keyIsNew: false,
  };
  const others = data.rows.filter(({ key }) => key !== trigger.key) as readonly Row[];
  const triggers = createProgramTable([...others, row as Row], data);
  return { ...program, tables: { ...program.tables, triggers } as Program["tables"] };
}
