import type { Sentence } from "../../engine/kernel/message";
import type { Choice, SearchResult } from "../form/choice";
import { Picker } from "../form/picker";
import { useLoad } from "../state/use-load";
import { partnerChoice } from "./chosen-partner";

function useFoundPartners(search: string, isWanted: boolean, isActive = false): SearchResult {
  const { output, error, isLoading } = useLoad("find-partners", { search, page: 1 }, isWanted);
  const found = output?.rows.filter(({ status }) => !isActive || status !== "archived");
  return { choices: found?.slice(0, 20).map(partnerChoice), error, isLoading };
}
const useActivePartners = (search: string, isWanted: boolean): SearchResult =>
  useFoundPartners(search, isWanted, true);

/** Finds the partner by name, e-mail or key. */
export function PartnerField(props: {
  readonly id: string;
  readonly label?: string;
  readonly isOptional?: boolean;
  /** Leaves archived partners out. */
  readonly isActive?: boolean;
  readonly chosen: Choice | undefined;
  readonly error: Sentence | undefined;
  readonly onChoose: (choice: Choice | undefined) => void;
}) {
  const { label = "Partner", isOptional = false, isActive = false } = props;
  return (
    <Picker
      {...props}
      label={label}
      isOptional={isOptional}
      placeholder="Name, e-mail or key"
      useSearchResult={isActive ? useActivePartners : useFoundPartners}
    />
  );
}
