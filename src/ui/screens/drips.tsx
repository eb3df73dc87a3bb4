import { useEffect, useState } from "preact/hooks";
import type { DripStatus } from "../../engine/vocabulary";
import { dripStatuses } from "../../engine/vocabulary";
import { DripCard } from "../drips/drip-card";
import { EndDripsPanel } from "../drips/end-drips-panel";
import { Button } from "../parts/button";
import { Chips } from "../parts/chips";
import { Empty } from "../parts/empty";
import { Refusal } from "../parts/notice";
import { Pager } from "../parts/pager";
import { SearchBox } from "../parts/search-box";
import { Skeleton } from "../parts/skeleton";
import { catchFocus } from "../shell/focus";
import { ScreenFrame } from "../shell/screen-frame";
import { say } from "../shell/toast";
import { useKept } from "../state/store";
import { useLoad } from "../state/use-load";
import { useSettled } from "../state/use-settled";
import { text } from "../text";

const filters: readonly { readonly value: DripStatus | ""; readonly label: string }[] = [
  { value: "", label: "All" },
  ...dripStatuses.map((value) => ({ value, label: value })),
];

const orders = {
  "": "By next date",
  partner: "By partner",
  "started last": "Started last",
} as const;

/** The drips of the program, found by search and status; from here one is opened, or many are ended. */
export function Drips({ about }: { readonly about: string }) {
  const [search, setSearch] = useKept(`drips search ${about}`, about);
  const [status, setStatus] = useKept<DripStatus | "">(`drips status ${about}`, "");
  const [page, setPage] = useKept(`drips page ${about}`, 1);
  const [sort, setSort] = useKept<string>("drips sort", "");
  const [ticked, setTicked] = useKept<readonly string[]>("drips ticked", []);
  const [isEnding, setEnding] = useState(false);
  const settled = useSettled(search, 250);
  const list = useLoad("list-drips", { search: settled, status, sort, page });
  const drips = list.output;
  // A drip that has ended takes its button, and the focus on it, away.
  useEffect(() => {
    if (drips) catchFocus();
  }, [drips]);
  const tick = (key: string) =>
    setTicked(ticked.includes(key) ? ticked.filter((each) => each !== key) : [...ticked, key]);
  const isFiltered = settled !== "" || status !== "";

  return (
    <ScreenFrame
      title="Drips"
      hasBack={about !== ""}
      actions={
        ticked.length > 0 && (
          <>
            <Button look="action" onClick={() => setEnding(true)}>
              End {text.count(ticked.length, "drip")}
            </Button>
            <Button onClick={() => setTicked([])}>Clear</Button>
          </>
        )
      }
    >
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
      <select
        class="order"
        aria-label="Order"
        value={sort}
        onChange={(event) => setSort(event.currentTarget.value)}
      >
        {Object.entries(orders).map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
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
              <DripCard
                key={drip.key}
                drip={drip}
                before={
                  drip.canEnd && (
                    <input
                      type="checkbox"
                      aria-label={`Choose the drip of ${drip.partnerName}, ${drip.key}`}
                      checked={ticked.includes(drip.key)}
                      onChange={() => tick(drip.key)}
                    />
                  )
                }
              />
            ))}
          </ul>
          <Pager of={drips} noun="drip" onPage={setPage} />
        </div>
      )}
      {isEnding && (
        <EndDripsPanel
          drips={ticked}
          onClose={() => setEnding(false)}
          onEnded={(sentence) => {
            setEnding(false);
            setTicked([]);
            say(sentence);
            list.reload();
          }}
        />
      )}
    </ScreenFrame>
  );
}
