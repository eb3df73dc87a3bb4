import { useEffect, useState } from "preact/hooks";
import type { Input } from "../../engine/contract/contract";
import type { DripStatus } from "../../engine/kernel/vocabulary";
import { dripStatuses } from "../../engine/kernel/vocabulary";
import { DripCard } from "../drips/drip-card";
import { EndDripsPanel } from "../drips/end-drips-panel";
import { noDrips } from "../drips/no-drips";
import { text } from "../format/text";
import { Button } from "../parts/button";
import { Chips } from "../parts/chips";
import { ListSearch } from "../parts/list-search";
import { PageList } from "../parts/page-list";
import { showToast } from "../parts/toast";
import { restoreFocus } from "../shell/focus";
import { ScreenFrame } from "../shell/screen-frame";
import { useNamedState } from "../state/store";
import { asPage, usePages } from "../state/use-pages";
import { useSearch } from "../state/use-search";

const filters: readonly { readonly value: DripStatus | ""; readonly label: string }[] = [
  { value: "", label: "All" },
  ...dripStatuses.map((value) => ({ value, label: value })),
];

type Order = NonNullable<Input<"list-drips">["sort"]>;
const orders: { readonly [O in Exclude<Order, "next date">]: string } = {
  "": "By next date",
  partner: "By partner",
  "started last": "Started last",
};

/** The drips of the program, with search and status; one can be opened and several ended together. */
export function Drips({ about }: { readonly about: string }) {
  const search = useSearch(`drips ${about}`, about);
  const [status, setStatus] = useNamedState<DripStatus | "">(`drips status ${about}`, "");
  const [sort, setSort] = useNamedState<Order>("drips sort", "");
  const [ticked, setTicked] = useNamedState<readonly string[]>("drips ticked", []);
  const [isEnding, setEnding] = useState(false);
  const list = usePages("list-drips", { search: search.query, status, sort }, asPage);
  const drips = list.output;
  // A drip that has ended may remove the button that has the focus.
  useEffect(() => {
    if (drips) restoreFocus();
  }, [drips]);
  const tick = (key: string) =>
    setTicked(ticked.includes(key) ? ticked.filter((each) => each !== key) : [...ticked, key]);
  const isFiltered = search.query !== "" || status !== "";

  return (
    <ScreenFrame
      title="Drips"
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
      <ListSearch
        search={search}
        id="drips-search"
        label="Find drips by partner, customer or key"
        hint="Partner, customer or key"
      />
      <Chips
        name="drips-status"
        label="Status"
        options={filters}
        value={status}
        onValue={setStatus}
      />
      <select
        class="order"
        aria-label="Order"
        value={sort}
        onChange={(event) => setSort(event.currentTarget.value as Order)}
      >
        {Object.entries(orders).map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      <PageList
        list={list}
        noun="drip"
        icon="drop"
        none={
          isFiltered
            ? { title: "No drip matches", advice: "Try another word, or another status." }
            : noDrips
        }
        row={(drip) => (
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
        )}
      />
      {isEnding && (
        <EndDripsPanel
          drips={ticked}
          onClose={() => setEnding(false)}
          onEnded={(sentence) => {
            setEnding(false);
            setTicked([]);
            showToast(sentence);
            list.reload();
          }}
        />
      )}
    </ScreenFrame>
  );
}
