import { useState } from "preact/hooks";
import { ActivityLine, type Kind } from "../activity/activity-line";
import { UndoPanel } from "../activity/undo-panel";
import { Button } from "../parts/button";
import { Chips } from "../parts/chips";
import { ListStates } from "../parts/list-states";
import { Pager } from "../parts/pager";
import { SearchBox } from "../parts/search-box";
import { ScreenFrame } from "../shell/screen-frame";
import { useKept } from "../state/store";
import { useLoad } from "../state/use-load";
import { useSettled } from "../state/use-settled";

const kinds: readonly { readonly value: Kind | ""; readonly label: string }[] = [
  { value: "", label: "All" },
  { value: "runs", label: "Runs" },
  { value: "people", label: "People" },
  { value: "in the sheet", label: "In the sheet" },
];

/** What happened, found by words; from here the latest run is undone (product.md §8). */
export function Activity({ about }: { readonly about: string }) {
  const [search, setSearch] = useKept(`activity search ${about}`, about);
  const [kind, setKind] = useKept<Kind | "">("activity kind", "");
  const [page, setPage] = useKept(`activity page ${about}`, 1);
  const [isUndoing, setUndoing] = useState(false);
  const settled = useSettled(search, 250);
  const list = useLoad("list-activity", { search: settled, kind, page });
  const isFiltered = settled !== "" || kind !== "";
  return (
    <ScreenFrame
      title="Activity"
      hasBack={about !== ""}
      actions={
        list.output?.undoable && (
          <Button onClick={() => setUndoing(true)}>Undo the latest run</Button>
        )
      }
    >
      <SearchBox
        id="activity-search"
        label="Find in what happened"
        hint="Who, what, key or reason"
        value={search}
        onValue={(value) => {
          setSearch(value);
          setPage(1);
        }}
      />
      <Chips
        name="activity-kind"
        label="Kind"
        options={kinds}
        value={kind}
        onValue={(value) => {
          setKind(value);
          setPage(1);
        }}
      />
      <ListStates
        loaded={list}
        isEmpty={({ total }) => total === 0}
        icon="clock"
        none={
          isFiltered
            ? { title: "Nothing matches", advice: "Try another word, or another kind." }
            : { title: "Nothing happened yet", advice: "Run now, and it is told here." }
        }
      >
        {(output) => (
          <>
            <ul class="card">
              {output.rows.map((line) => (
                <ActivityLine key={line.key} line={line} />
              ))}
            </ul>
            <Pager of={output} noun="line" onPage={setPage} />
          </>
        )}
      </ListStates>
      {isUndoing && (
        <UndoPanel
          onClose={() => setUndoing(false)}
          onUndone={() => {
            setUndoing(false);
            list.reload();
          }}
        />
      )}
    </ScreenFrame>
  );
}
