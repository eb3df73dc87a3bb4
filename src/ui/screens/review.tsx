import { useEffect, useState } from "preact/hooks";
import { type RewardStatus, rewardStatuses } from "../../engine/kernel/vocabulary";
import { text } from "../format/text";
import { capitalize } from "../format/words";
import { runAtHome } from "../home/run-at-home";
import { Button, IconButton } from "../parts/button";
import { Chips } from "../parts/chips";
import { ListSearch } from "../parts/list-search";
import { Notice, Refusal } from "../parts/notice";
import { allowedFor, type Decision, decisions } from "../review/decision-words";
import { FilterFold, type Filters, groupFilter, noFilters } from "../review/filters";
import { Groups } from "../review/groups";
import { ReasonPanel } from "../review/reason-panel";
import { ReviewList } from "../review/review-list";
import { sumsText } from "../review/selection";
import { useDecide } from "../review/use-decide";
import { useTicks } from "../review/use-ticks";
import { restoreFocus } from "../shell/focus";
import { openWide } from "../shell/open-wide";
import { ScreenFrame } from "../shell/screen-frame";
import { isWide } from "../state/opened-as";
import { useNamedState } from "../state/store";
import { useDebounced } from "../state/use-debounced";
import { useLoad } from "../state/use-load";
import { asPage, usePages } from "../state/use-pages";
import { useSearch } from "../state/use-search";

const statuses: readonly { readonly value: RewardStatus | ""; readonly label: string }[] = [
  ...rewardStatuses.map((value) => ({ value, label: capitalize(value) })),
  { value: "", label: "All" },
];

/**
 * Rewards to decide on, as a list, a table in a wide dialog, in groups, or one at a time. `about` is a status, an invoice's
 * key or a search.
 */
export function Review({ about }: { readonly about: string }) {
  const givenStatus = rewardStatuses.find((each) => each === about);
  const invoice = about.startsWith("inv_") ? about : "";
  const search = useSearch(`review ${about}`, givenStatus || invoice ? "" : about);
  // What is searched may be in any status, until one is chosen.
  const [chosenStatus, setStatus] = useNamedState<RewardStatus | "" | undefined>(
    `review status ${about}`,
    givenStatus,
  );
  const status = chosenStatus ?? (about === "" && search.query === "" ? "pending" : "");
  const [filters, setFilters] = useNamedState<Filters>(`review filters ${about}`, noFilters);
  const [isFilterOpen, setFilterOpen] = useState(isWide);
  const [isSingle, setSingle] = useNamedState("review single", false);
  const [at, setAt] = useState(0);
  const [opened, setOpened] = useState<string | undefined>(undefined);
  const [reasonFor, setReasonFor] = useState<"held" | "declined" | undefined>(undefined);
  const { sort, by, ...narrowed } = useDebounced(filters, 250);
  const found = { search: search.query, status, invoice, ...narrowed };
  const ticks = useTicks(found);
  const inGroup = by === "" || opened === undefined ? {} : groupFilter(by, opened);
  const list = usePages("list-rewards", { ...found, sort, ...inGroup }, asPage);
  const sums = useLoad("sum-rewards", { ...found, by }, isFilterOpen || by !== "");
  const act = useDecide((undecided) => {
    ticks.clear(undecided);
    list.reload();
    if (isFilterOpen || by !== "") sums.reload();
  });
  // A decided reward leaves the list, and may take the focus with it.
  useEffect(() => {
    if (list.output) restoreFocus();
  }, [list.output]);
  const startOver = (next: () => void) => {
    next();
    setAt(0);
    setOpened(undefined);
    ticks.clear();
  };
  const place = Math.min(at, Math.max(0, list.total - 1));
  const chosen = [...ticks.ticked.values()];
  const current = by !== "" && opened === undefined ? undefined : list.rowAt(place);
  const targets = chosen.length > 0 ? chosen : current ? [current] : [];
  const allowed = allowedFor(targets);
  const run = (to: Decision, reason: string) => act.decide(targets, to, reason);
  const decide = (to: Decision) => {
    if (act.isBusy || reasonFor || !allowed.includes(to)) return;
    if (to === "held" || to === "declined") setReasonFor(to);
    else void run(to, "");
  };
  const isAsked =
    search.query !== "" || status !== "pending" || Object.values(filters).some(Boolean);
  const none = isAsked
    ? { title: "No reward found", advice: "Try another word, status or filter." }
    : {
        title: "Nothing to review",
        advice: "New rewards come with the next run.",
        act: { label: "Run now", go: runAtHome },
      };
  const triggers = sums.output?.choices.triggers ?? [];
  const reviewList = (
    <ReviewList
      list={list}
      none={none}
      at={place}
      isSingle={isSingle}
      ticked={ticks.ticked}
      onSingle={() => setSingle(!isSingle)}
      onAt={setAt}
      onTicked={ticks.setTicked}
      onTickAll={ticks.tickAll}
      sort={filters.sort}
      onSort={(to) => startOver(() => setFilters({ ...filters, sort: to }))}
      triggerName={(key) => triggers.find((each) => each.key === key)?.name ?? key ?? ""}
      isGroup={by !== ""}
      onDecide={decide}
    />
  );

  return (
    <ScreenFrame
      title={invoice === "" ? "Review" : text.invoice(invoice)}
      hasBack={about !== ""}
      beside={
        !isWide && (
          <IconButton
            icon="wide"
            label="Open in a wide dialog"
            onClick={() => void openWide({ screen: "review", about })}
          />
        )
      }
      status={
        <>
          {act.error && !reasonFor && <Refusal error={act.error} />}
          {chosen.length > 0 && (
            <p class="strong selection" role="status">
              {act.progress ?? sumsText(chosen)}
            </p>
          )}
        </>
      }
      actions={
        allowed.length > 0 &&
        allowed.map((to, index) => (
          <Button
            key={to}
            look={index === 0 ? "action" : "outlined"}
            isBusy={act.isBusy && index === 0}
            {...(chosen.length > 0 && { label: `${decisions[to].verb} ${chosen.length}` })}
            onClick={() => decide(to)}
          >
            {decisions[to].verb}
            {chosen.length > 0 && index === 0 && ` ${chosen.length}`}
          </Button>
        ))
      }
    >
      {act.offers.slice(0, 2).map(({ sentence, label, take }) => (
        <Notice
          key={sentence}
          tone="warning"
          beside={<IconButton icon="close" label="Not now" onClick={act.dropOffers} />}
        >
          <p>{sentence}</p>
          <Button look="text" isBusy={act.isBusy} onClick={take}>
            {label}
          </Button>
        </Notice>
      ))}
      <ListSearch
        search={{ ...search, setTyped: (typed) => startOver(() => search.setTyped(typed)) }}
        id="review-search"
        label="Find rewards by amount, day, partner, customer or text"
        hint="Amount, day, partner or text"
      />
      <Chips
        name="review-status"
        label="Status"
        options={statuses}
        value={status}
        onValue={(value) => startOver(() => setStatus(value))}
      />
      <FilterFold
        filters={filters}
        choices={sums.output?.choices}
        onFilters={(next) => startOver(() => setFilters(next))}
        onOpen={() => setFilterOpen(true)}
      />
      {by === "" ? (
        reviewList
      ) : (
        <Groups
          loaded={sums}
          by={by}
          opened={opened}
          none={none}
          onOpened={(key) => {
            setOpened(key);
            setAt(0);
          }}
          isTicked={({ key }) => ticks.isGroupTicked(key)}
          onTick={({ key }, isTicked) => void ticks.tickGroup(key, groupFilter(by, key), isTicked)}
        >
          {reviewList}
        </Groups>
      )}
      {reasonFor && (
        <ReasonPanel
          status={reasonFor}
          rewards={targets.length}
          error={act.error}
          isBusy={act.isBusy}
          onDecide={async (reason) => {
            const isDone = await run(reasonFor, reason);
            if (isDone) setReasonFor(undefined);
            return isDone;
          }}
          onClose={() => setReasonFor(undefined)}
        />
      )}
    </ScreenFrame>
  );
}
