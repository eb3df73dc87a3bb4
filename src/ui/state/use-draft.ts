import { saveAsDraft } from "./drafts";
import { namedStore, useNamedState } from "./store";

/**
 * State that lives under a name while the sidebar is open, and is saved as this person's draft beyond that. Setting
 * it back to `initial` deletes the draft: do so once it has been sent.
 */
export function useDraft<T>(name: string, initial: T): readonly [T, (value: T) => void] {
  saveAsDraft(name, namedStore<unknown>(name, initial), initial);
  return useNamedState(name, initial);
}
