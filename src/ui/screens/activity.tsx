import { useState } from "preact/hooks";
import { ActivityLine, type Kind } from "../activity/activity-line";
import { UndoPanel } from "../activity/undo-panel";
import { runAtHome } from "../home/run-at-home";
import { Button } from "../parts/button";
import { Chips } from "../parts/chips";
import { ListSearch } from "../parts/list-search";
import { PageList } from "../parts/page-list";
import { ScreenFrame } from "../shell/screen-frame";
import { useNamedState } from "../state/store";
import { asPage, usePages } from "../state/use-pages";
import { useSearch } from "../state/use-search";

const kinds: readonly { readonly value: Kind | ""; readonly label: string }[] = [
  { value: "", label: "All" },
  { value: "runs", label: "Runs" },
  { value: "people", label: "People" },
  { value: "in the sheet", label: "In the sheet" },
];

/** What happened, with a search; the latest run can be undone here (ACT-8). */
export function Activity({ about }: { readonly about: string }) {
  const search = useSearch(`activity ${about}`, about);
  const [kind, setKind] = useNamedState<Kind | "">("activity kind", "");
  const [isUndoing, setUndoing] = useState(false);
  const list = usePages("list-activity", { search: search.query, kind }, asPage);
  const isFiltered = search.query !== "" || kind !== "";
  return (
    <ScreenFrame
      title="Activity"
      actions={
        list.output?.undoable && (
          <Button onClick={() => setUndoing(true)}>Undo the latest run</Button>
        )
      }
    >
      <ListSearch
        search={search}
        id="activity-search"
        label="Find in what happened"
        hint="Who, what, key or reason"
      />
      <Chips name="activity-kind" label="Kind" options={kinds} value={kind} onValue={setKind} />
      <PageList
        list={list}
        noun="line"
        icon="clock"
        none={
          isFiltered
            ? { title: "Nothing matches", advice: "Try another word, or another kind." }
            : {
                title: "No activity yet",
                advice: "Run now to see it here.",
                act: { label: "Run now", go: runAtHome },
              }
        }
        row={(line) => <ActivityLine key={line.key} line={line} />}
      />
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
