import { keepAsDraft } from "./drafts";
import { keptStore, useKept } from "./store";

/**
 * What a person types, kept under a name while the sidebar is open and, with the person, after it is closed
 * or loaded anew. Setting it back to `initial` forgets it: do so once it has been sent with success.
 */
export function useDraft<T>(name: string, initial: T): readonly [T, (value: T) => void] {
  keepAsDraft(name, keptStore<unknown>(name, initial), initial);
  return useKept(name, initial);
}
