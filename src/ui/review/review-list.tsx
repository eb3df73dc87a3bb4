import { useEffect, useState } from "preact/hooks";
import { Button } from "../parts/button";
import type { RewardView } from "../rewards/reward-line";
import { type Decided, decided, decisions } from "./decision-words";
import { ReviewRow } from "./review-row";

/**
 * The rewards of a page. One of them is the current one: n and p, or the arrow keys, move to another, and the keys of
 * the decisions act, while the focus is in the list.
 */
export function ReviewList(props: {
  readonly rewards: readonly RewardView[];
  readonly at: number;
  readonly isSingle: boolean;
  readonly ticked: ReadonlySet<string>;
  readonly onSingle: () => void;
  readonly onAt: (at: number) => void;
  readonly onTick: (keys: readonly string[], isTicked: boolean) => void;
  readonly onDecide: (status: Decided) => void;
}) {
  const { rewards, at, isSingle, ticked, onSingle, onAt, onTick, onDecide } = props;
  const current = rewards[at]?.key;
  const [isWhy, setWhy] = useState(false);
  const keys = rewards.map(({ key }) => key);
  const isAll = keys.every((key) => ticked.has(key));
  useEffect(() => {
    if (current === undefined || !document.hasFocus()) return;
    const list = document.getElementById("review-list");
    const isHere = list?.contains(document.activeElement);
    if (isHere || document.activeElement === document.body) {
      list?.querySelector<HTMLElement>("[aria-expanded=true]")?.focus();
    }
  }, [current]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = { n: 1, ArrowDown: 1, p: -1, ArrowUp: -1 }[event.key];
    const status = decided.find((each) => decisions[each].key === event.key);
    const isAskingWhy = event.key === "w";
    if (step === undefined && status === undefined && !isAskingWhy) return;
    event.preventDefault();
    if (isAskingWhy) setWhy(!isWhy);
    else if (status) onDecide(status);
    else onAt(Math.min(rewards.length - 1, Math.max(0, at + (step ?? 0))));
  };
  return (
    <fieldset id="review-list" class="bare" aria-label="Rewards" onKeyDown={onKeyDown}>
      <p class="line all-shown">
        <label>
          <input type="checkbox" checked={isAll} onChange={() => onTick(keys, !isAll)} />
          All shown
        </label>
        <Button look="text" onClick={onSingle}>
          {isSingle ? "As a list" : "One at a time"}
        </Button>
      </p>
      <ul class="card">
        {rewards.map(
          (reward, index) =>
            (!isSingle || index === at) && (
              <ReviewRow
                key={reward.key}
                reward={reward}
                isCurrent={index === at}
                isTicked={ticked.has(reward.key)}
                isWhy={isWhy}
                onWhy={() => setWhy(!isWhy)}
                onTick={() => onTick([reward.key], !ticked.has(reward.key))}
                onOpen={() => onAt(index)}
              />
            ),
        )}
      </ul>
    </fieldset>
  );
}
