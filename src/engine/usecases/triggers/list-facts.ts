import { wordField } from "../../kernel/fields";
import { input } from "../../kernel/input";
import { eventKinds } from "../../kernel/vocabulary";
import { factsFor, factsOf } from "../../rules/facts";
import { type FactType, type OperatorId, operatorIds, operators } from "../../rules/operators";
import { useCase } from "../shared/use-case";

/** A fact that rules of an event may ask for; `label` says how a computed one is worked out. */
export interface FactLine {
  readonly id: string;
  readonly label: string;
  readonly type: FactType;
  readonly from: string;
  readonly kind: "column" | "own column" | "computed";
}
export interface OperatorLine {
  readonly id: OperatorId;
  readonly label: string;
  readonly types: readonly FactType[];
  /** What stands beside it: one value, several, the two ends of a range, a number of days, or yes/no. */
  readonly wants: string;
}
export interface ListFactsOutput {
  readonly facts: readonly FactLine[];
  readonly operators: readonly OperatorLine[];
}

/** The catalogue of facts that an event has, the team's own columns included, and of operators (FACT-2, FACT-11). */
export const listFacts = useCase({
  name: "list-facts",
  edits: "read only",
  inputs: { event: input("Event", wordField(eventKinds), { required: true }) },
  reads: ["settings", "partners", "customers", "transactions", "actions"],
  decide: ({ program }, { event }): ListFactsOutput => ({
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
