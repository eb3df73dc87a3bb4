import { useNamedState } from "./store";
import { useDebounced } from "./use-debounced";

/** What is searched in a list: as it is typed, and once that has rested. */
export interface Search {
  readonly typed: string;
  readonly setTyped: (typed: string) => void;
  readonly query: string;
}

/** A search kept under a name while the sidebar is open. */
export function useSearch(name: string, initial = ""): Search {
  const [typed, setTyped] = useNamedState(`search ${name}`, initial);
  return { typed, setTyped, query: useDebounced(typed, 250) };
}
