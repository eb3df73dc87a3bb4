import type { Sentence } from "../../engine/kernel/message";
import type { Choice, SearchResult } from "../form/choice";
import { Picker } from "../form/picker";
import { joinWithDots } from "../format/words";
import { useLoad } from "../state/use-load";

interface Props {
  readonly id: string;
  readonly isOptional: boolean;
  readonly chosen: Choice | undefined;
  readonly error: Sentence | undefined;
  readonly onChoose: (choice: Choice | undefined) => void;
}

/** The choice offered where nothing was found; real customers have a key. */
const ADD = "";

/**
 * Searches customers by name, e-mail or key: one partner's, or all where `partner` is "". With `onAdd`, a customer
 * who is not found can be added.
 */
export function CustomerField(
  props: Props & {
    readonly partner: string;
    readonly hint?: string;
    readonly onAdd?: () => void;
  },
) {
  const { partner, onAdd, onChoose } = props;
  const useFound = (search: string, isWanted: boolean): SearchResult => {
    const { output, error, isLoading } = useLoad("find-customers", { search, partner }, isWanted);
    const choices = output?.rows.slice(0, 20).map(({ key, name, email, partnerName }) => ({
      key,
      name,
      about: joinWithDots([email, key, partner === "" && partnerName]),
    }));
    const add = { key: ADD, name: "Add customer", about: "Nothing found." };
    return { choices: onAdd && choices?.length === 0 ? [add] : choices, error, isLoading };
  };
  return (
    <Picker
      {...props}
      label="Customer"
      placeholder="Name, e-mail or key"
      useSearchResult={useFound}
      onChoose={(choice) => (choice?.key === ADD ? onAdd?.() : onChoose(choice))}
    />
  );
}
