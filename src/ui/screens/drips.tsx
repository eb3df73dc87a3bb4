import { useEffect, useState } from "preact/hooks";
import type { DripStatus } from "../../engine/vocabulary";
import { dripStatuses } from "../../engine/vocabulary";
import { DripCard } from "../drips/drip-card";
import { EndDripPanel } from "../drips/end-drip-panel";
import { Chips } from "../parts/chips";
import { Empty } from "../parts/empty";
import { Refusal } from "../parts/notice";
import { Pager } from "../parts/pager";
import { SearchBox } from "../parts/search-box";
import { Skeleton } from "../parts/skeleton";
import { catchFocus } from "../shell/focus";
import { ScreenFrame } from "../shell/screen-frame";
import { useKept } from "../state/store";
import { useLoad } from "../state/use-load";
import { useSettled } from "../state/use-settled";

const filters: readonly { readonly value: DripStatus | ""; readonly label: string }[] = [
  { value: "", label: "All" },
  ...dripStatuses.map((value) => ({ value, label: value })),
];

/** The drips of the program, found by search and status; from here one is ended. */
export function Drips({ about }: { readonly about: string }) {
  const [search, setSearch] = useKept(`drips search ${about}`, about);
  const [status, setStatus] = useKept<DripStatus | "">(`drips status ${about}`, "");
  const [page, setPage] = useKept(`drips page ${about}`, 1);
  const [ending, setEnding] = useState<string | undefined>(undefined);
  const settled = useSettled(search, 250);
  const list = useLoad("list-drips", { search: settled, status, page });
  const drips = list.output;
  const found = drips?.rows.find(({ key }) => key === ending);
  // A drip that has ended takes its button, and the focus on it, away.
  useEffect(() => {
    if (drips) catchFocus();
  }, [drips]);
  const isFiltered = settled !== "" || status !== "";

  return (
    <ScreenFrame title="Drips" hasBack={about !== ""}>
      <SearchBox
        id="drips-search"
        label="Find drips by partner, customer or key"
        hint="Partner, customer or key"
        value={search}
        onValue={(value) => {
          setSearch(value);
          setPage(1);
        }}
      />
      <Chips
        name="drips-status"
        label="Status"
        options={filters}
        value={status}
        onValue={(value) => {
          setStatus(value);
          setPage(1);
        }}
      />
      {list.error && <Refusal error={list.error} onRetry={list.reload} isBusy={list.isLoading} />}
      {!drips && list.isLoading && <Skeleton rows={4} />}
      {drips && drips.total === 0 && !list.error && (
        <Empty icon="drop" title={isFiltered ? "No drip matches" : "No drips yet"}>
          <p>
            {isFiltered
              ? "Try another word, or another status."
              : "A trigger starts them when a customer or a sale meets its rules."}
          </p>
        </Empty>
      )}
      {drips && drips.total > 0 && (
        <div class={list.isLoading ? "stale" : undefined} aria-busy={list.isLoading}>
          <ul class="card">
            {drips.rows.map((drip) => (
              <DripCard key={drip.key} drip={drip} onEnd={() => setEnding(drip.key)} />
            ))}
          </ul>
          <Pager of={drips} noun="drip" onPage={setPage} />
        </div>
      )}
      {found && (
        <EndDripPanel
          drip={found}
          onClose={() => setEnding(undefined)}
          onEnded={() => {
            setEnding(undefined);
            list.reload();
          }}
        />
      )}
    </ScreenFrame>
  );
}
