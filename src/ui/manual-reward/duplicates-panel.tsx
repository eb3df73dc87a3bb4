import type { Output } from "../../engine/contract/contract";
import { Button } from "../parts/button";
import { Panel } from "../parts/panel";
import { RewardLine } from "../rewards/reward-line";

type Duplicates = Extract<Output<"create-manual-reward">, { kind: "near-duplicate" }>["duplicates"];

/** Asks before a reward is created that looks like an existing one. */
export function DuplicatesPanel(props: {
  readonly duplicates: Duplicates;
  readonly isBusy: boolean;
  readonly onCreate: () => void;
  readonly onClose: () => void;
}) {
  const { duplicates, isBusy, onCreate, onClose } = props;
  return (
    <Panel title="Is this a duplicate?" onClose={onClose}>
      <p>Same partner, customer and amount within 30 days:</p>
      <ul class="card inner">
        {duplicates.map((reward) => (
          <RewardLine key={reward.key} reward={reward} />
        ))}
      </ul>
      <div class="buttons">
        <Button look="action" isBusy={isBusy} onClick={onCreate}>
          {isBusy ? "Creating" : "Create anyway"}
        </Button>
        <Button onClick={onClose}>Go back</Button>
      </div>
    </Panel>
  );
}
