import { useNamedState } from "./store";
import { useDebounced } from "./use-debounced";

/** The search of a list: as it is typed, and debounced. */
export interface Search {
  readonly typed: string;
  readonly setTyped: (typed: string) => void;
  readonly query: string;
}

/** A search that is remembered under a name while the sidebar is open. */
export function useSearch(name: string, initial = ""): Search {
  const [typed, setTyped] = useNamedState(`search ${name}`, initial);
  return { typed, setTyped, query: useDebounced(typed, 250) };
}
