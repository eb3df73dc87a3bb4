import { wordField } from "../../kernel/fields";
import { input } from "../../kernel/input";
import { eventKinds } from "../../kernel/vocabulary";
import { factsFor, factsOf } from "../../rules/facts";
import { operatorIds, operators } from "../../rules/operators";
import { useCase } from "../shared/use-case";

/** The catalogue of facts that an event has, the team's own columns included, and of operators (FACT-2, FACT-11). */
export const listFacts = useCase({
  name: "list-facts",
  edits: "read only",
  inputs: { event: input("Event", wordField(eventKinds), { required: true }) },
  reads: ["settings", "partners", "customers", "transactions", "actions"],
  decide: ({ program }, { event }) => ({
    facts: [...factsFor(factsOf(program), event).values()].map(
      ({ id, label, type, from, computed }) => ({
        id,
        label,
        type,
        from,
        kind: computed ? "computed" : type === "any" ? "own column" : "column",
      }),
    ),
    operators: operatorIds.map((id) => {
      const { label, types, wants } = operators[id];
      return { id, label, types, wants };
    }),
  }),
});
