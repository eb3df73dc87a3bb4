import { useEffect, useState } from "preact/hooks";
import { type RewardStatus, rewardStatuses } from "../../engine/kernel/vocabulary";
import { capitalize } from "../format/words";
import { runAtHome } from "../home/run-at-home";
import { Button, IconButton } from "../parts/button";
import { Chips } from "../parts/chips";
import { ListSearch } from "../parts/list-search";
import { Notice, Refusal } from "../parts/notice";
import { allowedFor, type Decision, decisions } from "../review/decision-words";
import { ReasonPanel } from "../review/reason-panel";
import { ReviewList, type Ticked } from "../review/review-list";
import { useDecide } from "../review/use-decide";
import { restoreFocus } from "../shell/focus";
import { ScreenFrame } from "../shell/screen-frame";
import { useNamedState } from "../state/store";
import { asPage, usePages } from "../state/use-pages";
import { useSearch } from "../state/use-search";

const filters: readonly { readonly value: RewardStatus | ""; readonly label: string }[] = [
  ...rewardStatuses.map((value) => ({ value, label: capitalize(value) })),
  { value: "", label: "All" },
];

/** Rewards to decide on, as a list or one at a time. `about` is a status or a search. */
export function Review({ about }: { readonly about: string }) {
  const givenStatus = rewardStatuses.find((each) => each === about);
  const search = useSearch(`review ${about}`, givenStatus ? "" : about);
  // What is searched may be in any status, until one is chosen.
  const [chosenStatus, setStatus] = useNamedState<RewardStatus | "" | undefined>(
    `review status ${about}`,
    givenStatus,
  );
  const status = chosenStatus ?? (about === "" && search.query === "" ? "pending" : "");
  const [isSingle, setSingle] = useNamedState("review single", false);
  const [at, setAt] = useState(0);
  const [ticked, setTicked] = useState<Ticked>(new Map());
  const [reasonFor, setReasonFor] = useState<"held" | "declined" | undefined>(undefined);
  const list = usePages("list-rewards", { search: search.query, status }, asPage);
  const act = useDecide(() => {
    setTicked(new Map());
    list.reload();
  });
  // A decided reward leaves the list, and may take the focus with it.
  useEffect(() => {
    if (list.output) restoreFocus();
  }, [list.output]);
  const startOver = (next: () => void) => {
    next();
    setAt(0);
    setTicked(new Map());
  };
  const place = Math.min(at, Math.max(0, list.total - 1));
  const chosen = [...ticked.values()];
  const current = list.rowAt(place);
  const targets = chosen.length > 0 ? chosen : current ? [current] : [];
  const allowed = allowedFor(targets);
  const run = (to: Decision, reason: string) => act.decide(targets, to, reason);
  const decide = (to: Decision) => {
    if (act.isBusy || reasonFor || !allowed.includes(to)) return;
    if (to === "held" || to === "declined") setReasonFor(to);
    else void run(to, "");
  };

  return (
    <ScreenFrame
      title="Review"
      hasBack={about !== ""}
      status={act.error && !reasonFor && <Refusal error={act.error} />}
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
        options={filters}
        value={status}
        onValue={(value) => startOver(() => setStatus(value))}
      />
      <ReviewList
        list={list}
        none={
          search.query === "" && status === "pending"
            ? {
                title: "Nothing to review",
                advice: "New rewards come with the next run.",
                act: { label: "Run now", go: runAtHome },
              }
            : { title: "No reward found", advice: "Try another word, or another status." }
        }
        at={place}
        isSingle={isSingle}
        ticked={ticked}
        onSingle={() => setSingle(!isSingle)}
        onAt={setAt}
        onTicked={setTicked}
        onDecide={decide}
      />
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
