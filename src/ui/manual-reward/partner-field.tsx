import type { Sentence } from "../../engine/kernel/message";
import type { Choice, SearchResult } from "../form/choice";
import { Picker } from "../form/picker";
import { useLoad } from "../state/use-load";
import { partnerChoice } from "./chosen-partner";

function useFoundPartners(search: string, isWanted: boolean): SearchResult {
  const { output, error, isLoading } = useLoad("find-partners", { search, page: 1 }, isWanted);
  return { choices: output?.rows.slice(0, 20).map(partnerChoice), error, isLoading };
}

/** Finds the partner by name, e-mail or key. */
export function PartnerField(props: {
  readonly id: string;
  readonly chosen: Choice | undefined;
  readonly error: Sentence | undefined;
  readonly onChoose: (choice: Choice | undefined) => void;
}) {
  return (
    <Picker
      {...props}
      label="Partner"
      isOptional={false}
      placeholder="Name, e-mail or key"
      useSearchResult={useFoundPartners}
    />
  );
}
