import { ReasonPanel } from "../review/reason-panel";
import { useDecide } from "../review/use-decide";

/** Asks why lines of an invoice are put on hold or declined, which takes them off it (REWARD-8). */
export function DecidePanel(props: {
  readonly status: "held" | "declined";
  readonly rewards: readonly string[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const { status, rewards, onClose, onDone } = props;
  const act = useDecide(onDone);
  return (
    <ReasonPanel
      status={status}
      rewards={rewards.length}
      error={act.error}
      isBusy={act.isBusy}
      onDecide={(reason) =>
        act.decide(
          rewards.map((key) => ({ key, amount: "", currency: "", moves: [] })),
          status,
          reason,
        )
      }
      onClose={onClose}
    />
  );
}
