import { useEffect, useState } from "preact/hooks";
import { type RewardStatus, rewardStatuses } from "../../engine/vocabulary";
import { capital } from "../format/words";
import { Button, IconButton } from "../parts/button";
import { Chips } from "../parts/chips";
import { Empty } from "../parts/empty";
import { Notice, Refusal } from "../parts/notice";
import { Pager } from "../parts/pager";
import { SearchBox } from "../parts/search-box";
import { Skeleton } from "../parts/skeleton";
import { allowedFor, type Decided, decisions } from "../review/decision-words";
import { ReasonPanel } from "../review/reason-panel";
import { ReviewList } from "../review/review-list";
import { useDecide } from "../review/use-decide";
import { catchFocus } from "../shell/focus";
import { ScreenFrame } from "../shell/screen-frame";
import { useKept } from "../state/store";
import { useLoad } from "../state/use-load";
import { useSettled } from "../state/use-settled";

const filters: readonly { readonly value: RewardStatus | ""; readonly label: string }[] = [
  ...rewardStatuses.map((value) => ({ value, label: capital(value) })),
  { value: "", label: "All" },
];

/** Rewards to decide on, as a list or one at a time; opened about a status, or about what is searched. */
export function Review({ about }: { readonly about: string }) {
  const given = rewardStatuses.find((each) => each === about);
  const [search, setSearch] = useKept(`review search ${about}`, given ? "" : about);
  const [status, setStatus] = useKept<RewardStatus | "">(
    `review status ${about}`,
    given ?? (about === "" ? "pending" : ""),
  );
  const [page, setPage] = useKept(`review page ${about}`, 1);
  const [isSingle, setSingle] = useKept("review single", false);
  const [at, setAt] = useState(0);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [asking, setAsking] = useState<"held" | "declined" | undefined>(undefined);
  const settled = useSettled(search, 250);
  const list = useLoad("list-rewards", { search: settled, status, page });
  const act = useDecide(() => {
    setTicked(new Set());
    list.reload();
  });
  // What is decided leaves the list, and takes the focus on it away.
  useEffect(() => {
    if (list.output) catchFocus();
  }, [list.output]);
  const from = (next: () => void) => {
    next();
    setPage(1);
    setAt(0);
    setTicked(new Set());
  };
  const shown = list.output?.rows ?? [];
  const place = Math.min(at, Math.max(0, shown.length - 1));
  const chosen = ticked.size > 0 ? shown.filter(({ key }) => ticked.has(key)) : [];
  const targets = chosen.length > 0 ? chosen : shown.slice(place, place + 1);
  const allowed = allowedFor(targets);
  const run = (to: Decided, reason: string) =>
    act.decide(
      targets.map(({ key }) => key),
      to,
      reason,
    );
  const decide = (to: Decided) => {
    if (act.isBusy || asking || !allowed.includes(to)) return;
    if (to === "held" || to === "declined") setAsking(to);
    else void run(to, "");
  };

  return (
    <ScreenFrame
      title="Review"
      hasBack={about !== ""}
      status={act.error && !asking && <Refusal error={act.error} />}
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
      <SearchBox
        id="review-search"
        label="Find rewards by partner, customer, text or key"
        hint="Partner, customer, text or key"
        value={search}
        onValue={(value) => from(() => setSearch(value))}
      />
      <Chips
        name="review-status"
        label="Status"
        options={filters}
        value={status}
        onValue={(value) => from(() => setStatus(value))}
      />
      {list.error && <Refusal error={list.error} onRetry={list.reload} isBusy={list.isLoading} />}
      {!list.output && list.isLoading && <Skeleton rows={4} />}
      {list.output && shown.length === 0 && !list.error && (
        <Empty icon="done" title={status === "pending" ? "Nothing to review" : "No reward found"}>
          <p>
            {settled === "" && status === "pending"
              ? "New rewards come with the next run."
              : "Try another word, or another status."}
          </p>
        </Empty>
      )}
      {list.output && shown.length > 0 && (
        <div class={list.isLoading ? "stale" : undefined} aria-busy={list.isLoading}>
          <ReviewList
            rewards={shown}
            at={place}
            isSingle={isSingle}
            ticked={ticked}
            onSingle={() => setSingle(!isSingle)}
            onAt={setAt}
            onTick={(keys, isTicked) => {
              const next = new Set(ticked);
              for (const key of keys) isTicked ? next.add(key) : next.delete(key);
              setTicked(next);
            }}
            onDecide={decide}
          />
          {isSingle && (
            <div class="pager">
              <span>
                {place + 1} of {shown.length} on this page
              </span>
              <IconButton
                icon="previous"
                label="Previous reward"
                isOff={place === 0}
                onClick={() => setAt(place - 1)}
              />
              <IconButton
                icon="next"
                label="Next reward"
                isOff={place === shown.length - 1}
                onClick={() => setAt(place + 1)}
              />
            </div>
          )}
          <Pager
            of={list.output}
            noun="reward"
            onPage={(to) => {
              setPage(to);
              setAt(0);
              setTicked(new Set());
            }}
          />
          <p class="hint">
            Keys in the list: n next, p previous, w why, a approve, h hold, d decline, u to pending.
          </p>
        </div>
      )}
      {asking && (
        <ReasonPanel
          status={asking}
          rewards={targets.length}
          error={act.error}
          isBusy={act.isBusy}
          onDecide={async (reason) => {
            const isDone = await run(asking, reason);
            if (isDone) setAsking(undefined);
            return isDone;
          }}
          onClose={() => setAsking(undefined)}
        />
      )}
    </ScreenFrame>
  );
}
