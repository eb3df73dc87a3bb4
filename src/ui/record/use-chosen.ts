import type { Choice } from "../form/choice";
import { useDraft } from "../state/use-draft";

/** The record that a form is for, saved with the draft; initially the one it was opened for. */
export function useChosen(
  what: string,
  about: string,
): readonly [Choice | undefined, (choice: Choice | undefined) => void] {
  const given = about === "" ? undefined : { key: about, name: about, about: "" };
  return useDraft<Choice | undefined>(`record ${what} ${about}`, given);
}
