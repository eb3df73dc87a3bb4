import type { Day } from "../kernel/day";
import { PROGRAM } from "../kernel/vocabulary";
import type { Work } from "../program/work";
import type { Reward } from "../tables";
import type { Decisions, HoldCause } from "../tables/packed/decisions";
import { changeReward } from "./change-reward";
import { decisionsOf, isByPerson } from "./decisions";
import { wholeReason } from "./hold-reasons";

/** A row as it is held for a cause: off its invoice, and with a person's own reason and name left (TARGET-4c). */
export function holdReward(
  work: Work<"rewards">,
  reward: Reward,
  cause: HoldCause,
  today: Day,
  more: Partial<Reward> = {},
): Reward {
  const decisions = more.decisions ?? decisionsOf(reward);
  const hold = { cause, own: ownReason(reward, decisions) };
  const isPersons = reward.status === "held" && isByPerson(reward);
  return changeReward(work, reward, {
    ...more,
    status: "held",
    reason: wholeReason(hold, reward.currency),
    invoice: null,
    decidedBy: isPersons ? reward.decidedBy : PROGRAM,
    decidedOn: isPersons ? reward.decidedOn : today,
    decisions: { ...decisions, hold },
  });
}

/** The reason for which the row is held besides what the program said; what a person wrote over it is theirs. */
function ownReason({ status, reason, currency }: Reward, { hold }: Decisions): string | null {
  if (status !== "held") return null;
  return hold && reason === wholeReason(hold, currency) ? hold.own : reason;
}
