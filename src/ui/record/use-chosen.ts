import type { Choice } from "../form/choice";
import { useDraft } from "../state/use-draft";

/** The record that a form is for, kept while the sidebar is open; at first the one that it was opened for. */
export function useChosen(
  what: string,
  about: string,
): readonly [Choice | undefined, (choice: Choice | undefined) => void] {
  const given = about === "" ? undefined : { key: about, name: about, about: "" };
  return useDraft<Choice | undefined>(`record ${what} ${about}`, given);
}
