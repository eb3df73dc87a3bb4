import type { Sentence } from "../../engine/kernel/message";
import type { EventKind } from "../../engine/kernel/vocabulary";
import type { Choice, SearchResult } from "../form/choice";
import { Picker } from "../form/picker";
import { text } from "../format/text";
import { joinWithDots } from "../format/words";
import { useLoad } from "../state/use-load";

/** Searches a row that is an event of a kind, by key, names or amount; the newest come first. */
export function EventField(props: {
  readonly id: string;
  readonly event: EventKind;
  readonly chosen: Choice | undefined;
  readonly error?: Sentence | undefined;
  readonly onChoose: (choice: Choice | undefined) => void;
}) {
  const { event } = props;
  const useFound = (search: string, isWanted: boolean): SearchResult => {
    const { output, error, isLoading } = useLoad("find-events", { event, search }, isWanted);
    const choices = output?.rows.slice(0, 20).map(({ key, on, name, about }) => ({
      key,
      name: `${name} · ${key}`,
      about: joinWithDots([on && text.day(on), text.said(about)]),
    }));
    return { choices, error, isLoading };
  };
  return (
    <Picker
      {...props}
      label="Row"
      isOptional={false}
      placeholder="Key, name or amount"
      useSearchResult={useFound}
    />
  );
}
