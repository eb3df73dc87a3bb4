import { useRef } from "preact/hooks";
import type { Search } from "../state/use-search";
import { SearchBox } from "./search-box";

/** A list of fewer rows is seen at a glance. */
const FEW = 10;

/**
 * The search of a list. Where a screen is there to find something, it is always shown; elsewhere (`rows` says how many
 * there are) with the tenth row, and then it stays.
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
