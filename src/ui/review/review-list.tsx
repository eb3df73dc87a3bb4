import { useEffect, useState } from "preact/hooks";
import { text } from "../format/text";
import { Button, IconButton } from "../parts/button";
import { type EmptyText, ListStates } from "../parts/list-states";
import { OneRow } from "../parts/one-row";
import { Rows } from "../parts/page-list";
import type { RewardView } from "../rewards/reward-line";
import { isWide } from "../state/opened-as";
import type { Pages } from "../state/use-pages";
import { type Decision, decisionNames, decisions } from "./decision-words";
import type { Filters } from "./filters";
import { ReviewRow } from "./review-row";
import type { Ticked } from "./selection";
import { TableHead, TableRow } from "./table-row";

const KEYS = "Keys: n next, p previous, w why, a approve, h hold, d decline, u pending.";

/**
 * The rewards to decide on. One of them is current: n and p, or the arrow keys, move to another, and the keys of the
 * decisions work while the focus is in the list.
 */
export function ReviewList(props: {
  readonly list: Pages<unknown, RewardView>;
  readonly none: EmptyText;
  /** The index of the current reward. */
  readonly at: number;
  readonly isSingle: boolean;
  readonly ticked: Ticked;
  readonly onSingle: () => void;
  readonly onAt: (at: number) => void;
  readonly onTicked: (change: (before: Ticked) => Ticked) => void;
  /** Ticks all that is found. */
  readonly onTickAll: () => Promise<void>;
  readonly sort: Filters["sort"];
  readonly onSort: (sort: Filters["sort"]) => void;
  readonly triggerName: (key: string | null) => string;
  /** What is shown is one group of several, which has a tick of its own. */
  readonly isGroup: boolean;
  readonly onDecide: (status: Decision) => void;
}) {
  const { list, none, at, isSingle, ticked, onSingle, onAt, onTicked, onDecide } = props;
  const { isGroup } = props;
  const { total } = list;
  const current = list.rowAt(at)?.key;
  const [isWhy, setWhy] = useState(false);
  useEffect(() => {
    if (current === undefined || !document.hasFocus()) return;
    const field = document.getElementById("review-list");
    const isHere = field?.contains(document.activeElement);
    if (isHere || document.activeElement === document.body) {
      field?.querySelector<HTMLElement>("[aria-expanded=true]")?.focus();
    }
  }, [current]);

  const tick = (reward: RewardView) =>
    onTicked((before) => {
      const next = new Map(before);
      if (!next.delete(reward.key)) next.set(reward.key, reward);
      return next;
    });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = { n: 1, ArrowDown: 1, p: -1, ArrowUp: -1 }[event.key];
    const status = decisionNames.find((each) => decisions[each].key === event.key);
    const isAskingWhy = event.key === "w";
    if (step === undefined && status === undefined && !isAskingWhy) return;
    event.preventDefault();
    if (isAskingWhy) setWhy(!isWhy);
    else if (status) onDecide(status);
    else onAt(Math.min(total - 1, Math.max(0, at + (step ?? 0))));
  };
  const row = (reward: RewardView, index: number) => {
    const common = {
      reward,
      isCurrent: index === at,
      isTicked: ticked.has(reward.key),
      isWhy,
      onWhy: () => setWhy(!isWhy),
      onTick: () => tick(reward),
      onOpen: () => onAt(index),
    };
    return isWide ? (
      <TableRow
        key={reward.key}
        {...common}
        triggerName={props.triggerName(reward.trigger)}
        onOpen={() => {
          onAt(index);
          setWhy(true);
        }}
      />
    ) : (
      <ReviewRow key={reward.key} {...common} />
    );
  };
  return (
    <ListStates loaded={list} isEmpty={() => total === 0} icon="done" none={none}>
      {() => (
        <fieldset id="review-list" class="bare" aria-label="Rewards" onKeyDown={onKeyDown}>
          {!isGroup && (
            <p class="line all-shown">
              <label>
                <input
                  type="checkbox"
                  checked={ticked.size >= total}
                  onChange={({ currentTarget }) =>
                    currentTarget.checked ? void props.onTickAll() : onTicked(() => new Map())
                  }
                />
                All shown
              </label>
              {isWide && <span class="hint">{KEYS}</span>}
              <Button look="text" onClick={onSingle}>
                {isSingle ? "As a list" : "One at a time"}
              </Button>
            </p>
          )}
          {(isGroup || !isWide) && <p class="hint">{KEYS}</p>}
          {isSingle ? (
            <>
              <OneRow list={list} at={at} row={row} />
              <div class="pager">
                <span>
                  {text.number(at + 1)} of {text.count(total, "reward")}
                </span>
                <IconButton
                  icon="previous"
                  label="Previous reward"
                  isOff={at === 0}
                  onClick={() => onAt(at - 1)}
                />
                <IconButton
                  icon="next"
                  label="Next reward"
                  isOff={at === total - 1}
                  onClick={() => onAt(at + 1)}
                />
              </div>
            </>
          ) : (
            <Rows
              list={list}
              noun="reward"
              row={row}
              keep={at}
              head={isWide && <TableHead sort={props.sort} onSort={props.onSort} />}
            />
          )}
        </fieldset>
      )}
    </ListStates>
  );
}
