import type { Choice, SearchResult } from "../form/choice";
import { Picker } from "../form/picker";
import { capitalize } from "../format/words";
import type { Facts } from "./rule-form";

type Fact = Facts["facts"][number];

/** A fact as a choice: "Customer Plan", or how it is calculated. */
export const factChoice = ({ id, label, type, from, kind }: Fact): Choice => ({
  key: id,
  name: kind === "computed" ? label : capitalize(`${from} ${label}`),
  about:
    kind === "own column" ? "your own column" : kind === "column" ? type : `${type}, worked out`,
});

/** Finds a fact by any part of its name. */
export function FactField(props: {
  readonly id: string;
  readonly label: string;
  readonly facts: Facts | undefined;
  readonly fact: string;
  readonly error: string | undefined;
  readonly onFact: (fact: Fact | undefined) => void;
}) {
  const { facts, fact, onFact } = props;
  const known = facts?.facts ?? [];
  const chosen = known.find(({ id }) => id === fact);
  const useFound = (search: string): SearchResult => {
    const words = search.toLowerCase().split(/\s+/);
    const choices = known
      .map(factChoice)
      .filter(({ key, name }) =>
        words.every((word) => `${name} ${key}`.toLowerCase().includes(word)),
      );
    return { choices: facts && choices, error: undefined, isLoading: !facts };
  };
  return (
    <Picker
      {...props}
      isOptional={false}
      placeholder="Find a column or count"
      chosen={
        chosen
          ? { ...factChoice(chosen), about: "" }
          : fact === ""
            ? undefined
            : { key: fact, name: fact, about: "" }
      }
      onChoose={(choice) => onFact(known.find(({ id }) => id === choice?.key))}
      useSearchResult={useFound}
    />
  );
}
