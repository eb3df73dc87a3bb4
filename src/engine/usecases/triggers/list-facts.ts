import { type Cell, cellText, isErrorCell } from "../../kernel/cells";
import { wordField } from "../../kernel/fields";
import { input } from "../../kernel/input";
import { eventKinds } from "../../kernel/vocabulary";
import type { Program } from "../../program/program";
import { latest } from "../../program/reads";
import { factsFor, factsOf } from "../../rules/facts";
import { operatorIds, operators } from "../../rules/operators";
import { sourcesOf } from "../../rules/program-event";
import { useCase } from "../shared/use-case";

/** How many of the latest rows are read to tell what a column holds. */
const LOOKED_AT = 200;

/** The catalogue of facts that an event has, the team's own columns included, and of operators (FACT-2, FACT-11). */
export const listFacts = useCase({
  name: "list-facts",
  edits: "read only",
  inputs: { event: input("Event", wordField(eventKinds), { required: true }) },
  reads: [
    latest("partners"),
    latest("customers"),
    latest("transactions", LOOKED_AT),
    latest("actions"),
  ],
  decide: ({ program }, { event }) => ({
    facts: [...factsFor(factsOf(program, sourcesOf[event]), event).values()].map(
      ({ id, label, type, from, computed }) => ({
        id,
        label,
        type,
        from,
        kind: computed ? "computed" : type === "any" ? "own column" : "column",
      }),
    ),
    /** What a percent may be of: the amount, and columns of the team's own without texts (TRIG-12a). */
    percentOf: event === "transaction created" ? ["Amount", ...numberColumns(program)] : [],
    operators: operatorIds.map((id) => {
      const { label, types, wants } = operators[id];
      return { id, label, types, wants };
    }),
  }),
});

function numberColumns({ tables: { transactions } }: Pick<Program, "tables">): readonly string[] {
  const { rows = [], ownHeaders = [] } = transactions ?? {};
  const own = rows.slice(-LOOKED_AT).map(({ raw }) => raw.extra);
  const isText = (cell: Cell | undefined) =>
    cell !== undefined && typeof cell !== "number" && !isErrorCell(cell) && cellText(cell) !== "";
  return ownHeaders.filter((header) => !own.some((extra) => isText(extra[header])));
}
