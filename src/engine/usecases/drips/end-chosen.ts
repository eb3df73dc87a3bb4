import { endDrip, endPause } from "../../drips/end-drip";
import { type PartSum, previewEnd } from "../../drips/preview-end";
import type { Env } from "../../kernel/env";
import { dayField, longTextField, yesNoField } from "../../kernel/fields";
import { type InputOf, input } from "../../kernel/input";
import type { Key } from "../../kernel/keys";
import { refuseInput } from "../../kernel/refuse-input";
import { say } from "../../kernel/say";
import type { Work } from "../../program/work";
import { isLocked } from "../../rewards/final";
import { moveReward } from "../../rewards/status-moves";
import type { Drip, Reward } from "../../tables";
import { catchUp } from "../../timeline/advance";
import { partnerName } from "../shared/names";
import { type dripTables, settleDrip } from "../shared/settle-drip";
import { showMoney } from "../shared/show-money";

/** How a person ends drips; with `confirmed` no, only what would come of it is said. */
export const endInputs = {
  on: input("Ends on", dayField, { hint: "Blank means today." }),
  reason: input("Reason", longTextField),
  declineUnreviewed: input("Also decline what is not yet reviewed", yesNoField),
  confirmed: input("Confirmed", yesNoField),
} as const;
type Ending = InputOf<typeof endInputs>;

type Tables = (typeof dripTables)[number];

export type EndedDrip = ReturnType<typeof previewEnds>[number];

/** What would come of ending these drips. Throws INPUT_INVALID where the day is not possible for one of them. */
export function previewEnds(
  work: Work<Tables>,
  drips: readonly Drip[],
  { on }: Pick<Ending, "on">,
  { today }: Pick<Env, "today">,
) {
  const endsOn = on ?? today;
  return drips.map((drip) => {
    const { eventDate, currency } = drip;
    const whose = drips.length > 1 ? ` of “${drip.key}”` : "";
    if (endsOn < eventDate) {
      refuseInput("on", say`The end can't be before the start${whose}, ${{ day: eventDate }}.`);
    }
    if (drip.endsOn !== null && drip.endsOn <= endsOn) {
      refuseInput(
        "on",
        say`The end${whose} is ${{ day: drip.endsOn }} already. Choose an earlier day, or withdraw that end first.`,
      );
    }
    const { stands, lost, dueNow } = previewEnd(work, drip, endsOn, today);
    const shown = (parts: PartSum) => ({
      ...parts,
      amount: showMoney({ amount: parts.amount, currency }),
    });
    return {
      drip: drip.key,
      partnerName: partnerName(work, drip.partner),
      endsOn,
      stands: shown(stands),
      lost: shown(lost),
      /** Made, or due by now, and not yet reviewed: the person may decline them in the same step. */
      unreviewed: unreviewedOf(work, drip.key).length + dueNow,
    };
  });
}

/** Ends them: what fell due on or before the day is caught up first. Throws INPUT_INVALID without a reason. */
export function endAll(
  work: Work<Tables>,
  drips: readonly Drip[],
  { on, reason, declineUnreviewed }: Ending,
  env: Env,
): void {
  const why = reason ?? refuseInput("reason", "Enter a reason.");
  for (const drip of drips) {
    const { key } = drip;
    endDrip(work, drip, {
      on: on ?? env.today,
      reason: { cause: "words", said: why },
      by: env.user,
    });
    endPause(work, key, env.today);
    catchUp(work, key, env.today, env);
    const unreviewed = declineUnreviewed ? unreviewedOf(work, key) : [];
    const declined = { status: "declined", reason: why, by: env.user, on: env.today } as const;
    for (const reward of unreviewed) moveReward(work, reward, declined);
    settleDrip(work, key);
  }
}

const unreviewedOf = (work: Work<Tables>, drip: Key): readonly Reward[] =>
  work
    .where("rewards", "drip", drip)
    .filter((reward) => reward.status === "pending" && !isLocked(work, reward));
