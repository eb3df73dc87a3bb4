import { useKept } from "./store";
import { useSettled } from "./use-settled";

/** What is searched in a list: as it is typed, and once that has rested. */
export interface Search {
  readonly typed: string;
  readonly setTyped: (typed: string) => void;
  readonly asked: string;
}

/** A search kept under a name while the sidebar is open. */
export function useSearch(name: string, initial = ""): Search {
  const [typed, setTyped] = useKept(`search ${name}`, initial);
  return { typed, setTyped, asked: useSettled(typed, 250) };
}
