import type { Choice } from "../form/choice";
import { namedStore } from "../state/store";
import { useDraft } from "../state/use-draft";

/** Chooses the record that a form will be opened for, by its name. */
export const chooseFor = (what: string, choice: Choice): void =>
  namedStore<Choice | undefined>(`record ${what} ${choice.key}`, undefined).set(choice);

/** The record that a form is for, saved with the draft; initially the one it was opened for. */
export function useChosen(
  what: string,
  about: string,
): readonly [Choice | undefined, (choice: Choice | undefined) => void] {
  const given = about === "" ? undefined : { key: about, name: about, about: "" };
  return useDraft<Choice | undefined>(`record ${what} ${about}`, given);
}
