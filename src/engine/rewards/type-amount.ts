import type { Work } from "../program/work";
import type { Reward } from "../tables";
import { changeReward } from "./change-reward";
import { calculatedOf } from "./decisions";
import { adoptEarlierLines } from "./earlier-lines";
import { isLocked } from "./final";
import { mainReward } from "./net";
import { positionOf } from "./position";
import { settleAsCalculated } from "./settle";
import type { Cause } from "./settle-line";

/**
 * Takes an amount that a person typed on a row as typed on its reward, such that this line, or this row while it is
 * not final, gets that amount; it ends what was let stand (TARGET-2e, TARGET-3d). A row that a person declined keeps
 * its amount: what was typed counts once that decline is taken back. Minor units.
 */
export function typeAmount(
  work: Work<"rewards" | "invoices">,
  row: Reward,
  amount: number,
  cause: Cause,
): void {
  const reward = adoptEarlierLines(work, mainReward(work, row));
  const { stood, finalLines, isFinal, calculated, decisions } = positionOf(
    work,
    reward,
    calculatedOf(reward),
    null,
  );
  const own = isFinal ? amount : amount + finalLines;
  const typed =
    row.key === reward.key ? own : stood + amount - (isLocked(work, row) ? row.amount : 0);
  const decided = changeReward(work, reward, {
    decisions: { ...decisions, typed: { amount: typed, calculated }, letStand: null },
  });
  settleAsCalculated(work, decided, cause);
}
