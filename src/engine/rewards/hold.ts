import type { Day } from "../kernel/day";
import { PROGRAM } from "../kernel/vocabulary";
import type { Work } from "../program/work";
import type { Reward } from "../tables";
import {
  type HoldCause,
  type HoldReason,
  heldFor,
  holdInWords,
  readHoldReasons,
} from "../tables/packed/hold-reasons";
import { changeReward } from "./change-reward";
import { decisionsOf, isByPerson } from "./decisions";

/** Why a reward is held; none where it is not. What a person wrote over the program's reasons are their words. */
export function holdOf({ status, reason, currency, decisions }: Reward): readonly HoldReason[] {
  if (status !== "held" || reason === null) return [];
  const hold = decisions?.hold;
  const said = hold && (hold.said ?? holdInWords(hold.reasons, currency));
  return hold && reason === said ? hold.reasons : readHoldReasons(reason);
}

/** A row as it is held for a cause: off its invoice, and with a person's own reason and name left (TARGET-4c). */
export function holdReward(
  work: Work<"rewards">,
  reward: Reward,
  cause: HoldCause,
  today: Day,
  more: Partial<Reward> = {},
): Reward {
  const others = holdOf(reward).filter((each) => !isHoldCause(each));
  const { reason, hold } = heldFor([...others, cause], reward.currency);
  const isPersons = reward.status === "held" && isByPerson(reward);
  return changeReward(work, reward, {
    ...more,
    status: "held",
    reason,
    invoice: null,
    decidedBy: isPersons ? reward.decidedBy : PROGRAM,
    decidedOn: isPersons ? reward.decidedOn : today,
    decisions: { ...(more.decisions ?? decisionsOf(reward)), hold },
  });
}

const isHoldCause = ({ cause }: HoldReason): boolean =>
  cause === "over its limit" || cause === "changed after approval" || cause === "target";
