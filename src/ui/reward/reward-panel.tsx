import { useState } from "preact/hooks";
import { text } from "../format/text";
import { Button } from "../parts/button";
import { Refusal } from "../parts/notice";
import { Panel } from "../parts/panel";
import { WhenLoaded } from "../parts/when-loaded";
import { allowedFor, type Decision, decisions } from "../review/decision-words";
import { ReasonPanel } from "../review/reason-panel";
import { useDecide } from "../review/use-decide";
import { openedReward } from "../rewards/opened-reward";
import { RewardLine } from "../rewards/reward-line";
import { tellChange } from "../state/elsewhere";
import { useStore } from "../state/store";
import { useLoad } from "../state/use-load";
import { RewardAnswer } from "../why/reward-answer";
import { AmountForm } from "./amount-form";

/** The panel of the reward that was opened, if one is. */
export function OpenedReward() {
  const key = useStore(openedReward);
  return key === undefined ? null : (
    <RewardPanel key={key} reward={key} onClose={() => openedReward.set(undefined)} />
  );
}

/** One reward: what it is, why it is so much, what to tell the partner, and what can be decided. */
function RewardPanel({
  reward: key,
  onClose,
}: {
  readonly reward: string;
  readonly onClose: () => void;
}) {
  const loaded = useLoad("explain-reward", { reward: key });
  const [reasonFor, setReasonFor] = useState<"held" | "declined" | undefined>(undefined);
  const done = () => {
    loaded.reload();
    tellChange();
  };
  const act = useDecide(done);
  const { reward } = loaded.output ?? {};
  const decide = async (to: Decision, reason: string) => {
    const isDone = reward ? await act.decide([reward], to, reason) : false;
    if (isDone) setReasonFor(undefined);
    return isDone;
  };
  if (reward && reasonFor) {
    return (
      <ReasonPanel
        status={reasonFor}
        rewards={1}
        error={act.error}
        isBusy={act.isBusy}
        onDecide={(reason) => decide(reasonFor, reason)}
        onClose={() => setReasonFor(undefined)}
      />
    );
  }
  return (
    <Panel
      title={reward ? `Why ${text.money(reward.amount, reward.currency)}` : "Why"}
      onClose={onClose}
    >
      <WhenLoaded loaded={loaded} bars={4}>
        {({ reward, lines }) =>
          reward && (
            <>
              <ul class="card">
                <RewardLine reward={reward} />
              </ul>
              <RewardAnswer answer={reward} lines={lines} />
              <div class="buttons">
                {allowedFor([reward]).map((to) => (
                  <Button
                    key={to}
                    isBusy={act.isBusy}
                    onClick={() =>
                      to === "held" || to === "declined" ? setReasonFor(to) : void decide(to, "")
                    }
                  >
                    {decisions[to].verb}
                  </Button>
                ))}
              </div>
              {act.error && <Refusal error={act.error} />}
              {reward.status !== "declined" && <AmountForm reward={reward} onDone={done} />}
            </>
          )
        }
      </WhenLoaded>
    </Panel>
  );
}
