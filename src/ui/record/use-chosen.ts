import type { Choice } from "../form/choice";
import { namedStore } from "../state/store";
import { useDraft } from "../state/use-draft";
import { useLoad } from "../state/use-load";

/** Chooses the customer that a form will be opened for, by its name. */
export const chooseCustomer = (choice: Choice): void =>
  namedStore<Choice | undefined>(`record customer ${choice.key}`, undefined).set(choice);

/**
 * The customer that a form is for, saved with the draft; initially the one it was opened for, whose name is looked up
 * where only its key was given.
 */
export function useChosenCustomer(
  about: string,
): readonly [Choice | undefined, (choice: Choice | undefined) => void] {
  const given = about === "" ? undefined : { key: about, name: about, about: "" };
  const [chosen, setChosen] = useDraft<Choice | undefined>(`record customer ${about}`, given);
  const isBare = chosen !== undefined && chosen.name === chosen.key;
  const { output } = useLoad("find-customers", { search: chosen?.key ?? "" }, isBare);
  const found = isBare ? output?.rows.find(({ key }) => key === chosen.key) : undefined;
  return [found ? { key: found.key, name: found.name, about: found.key } : chosen, setChosen];
}
