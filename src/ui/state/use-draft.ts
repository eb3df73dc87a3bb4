import { saveAsDraft } from "./drafts";
import { namedStore, useNamedState } from "./store";

/**
 * What a person types, kept under a name while the sidebar is open and, with the person, after it is closed
 * or loaded anew. Setting it back to `initial` forgets it: do so once it has been sent with success.
 */
export function useDraft<T>(name: string, initial: T): readonly [T, (value: T) => void] {
  saveAsDraft(name, namedStore<unknown>(name, initial), initial);
  return useNamedState(name, initial);
}
