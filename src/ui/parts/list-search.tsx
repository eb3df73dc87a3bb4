import { useRef } from "preact/hooks";
import type { Search } from "../state/use-search";
import { SearchBox } from "./search-box";

/** Shorter lists need no search. */
const FEW = 10;

/**
 * The search field of a list. Without `rows` it is always shown; otherwise from the tenth row on, and from then on
 * always.
 */
export function ListSearch(props: {
  readonly search: Search;
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly rows?: number;
}) {
  const { search, id, label, hint, rows = FEW } = props;
  const isShown = useRef(false);
  isShown.current ||= rows >= FEW || search.typed !== "";
  if (!isShown.current) return null;
  return (
    <SearchBox id={id} label={label} hint={hint} value={search.typed} onValue={search.setTyped} />
  );
}
