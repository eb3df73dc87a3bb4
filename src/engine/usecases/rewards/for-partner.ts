import type { Day } from "../../kernel/day";
import { brief, type Sentence } from "../../kernel/message";
import { say } from "../../kernel/say";
import type { Work } from "../../program/work";
import { aboutOf } from "../../rewards/about";
import { calculatedOf, decisionsOf } from "../../rewards/decisions";
import { noteInWords, sumInWords } from "../../rules/explain-words";
import type { Reward } from "../../tables";
import type { OtherOffer } from "./other-offer";

/**
 * Why a reward has its amount, as a partner may read it (REWARD-12b): no trigger, condition, key or person of the team.
 * Customers are named only where the partner's page names them. `again` is the arithmetic after refunds.
 */
export function whyForPartner(
  work: Work<"settings" | "customers">,
  reward: Reward,
  payOn: Day | null,
  again: readonly Sentence[],
  formerGroup: OtherOffer["formerGroup"],
): readonly Sentence[] {
  const { amount, currency, earnedOn, customer, partner, why } = reward;
  const known = work.settings.partnerPageNamesCustomers ? work.get("customers", customer) : null;
  const { what, part } = aboutOf(reward);
  const customerName = known?.partner === partner ? (known.name ?? "") : "";
  const about = [
    ...(what === "" ? [] : [what]),
    ...(part ? [`${part.k} of ${part.n}`] : []),
    ...(customerName === "" || what.includes(customerName) ? [] : [customerName]),
  ].join(", ");
  const arithmetic = why && "sum" in why && why.sum !== null ? why.sum : undefined;
  const notes = why && "notes" in why ? (why.notes ?? []) : [];
  const typed = typedInstead(reward);
  const set = typed !== null && say`The amount was then set to ${{ amount: typed, currency }}.`;
  const former =
    formerGroup &&
    (formerGroup.until === null
      ? say`You were in the group ${formerGroup.group} then.`
      : say`You were in the group ${formerGroup.group} until ${{ day: formerGroup.until }}.`);
  return [
    say`${{ amount, currency }}, earned on ${{ day: earnedOn }}${about === "" ? "." : `: ${about}.`}`,
    ...(arithmetic ? [say`${sumInWords(arithmetic, currency)}.`] : []),
    ...notes
      .filter(({ kind }) => kind === "cap" || kind === "kept")
      .map((note) => say`${noteInWords(note, currency)}.`),
    ...again,
    ...(set ? [set] : []),
    ...(former ? [former] : []),
    stateFor(reward, payOn),
  ].map((says) => brief(says, 500));
}

/** The amount that a person typed in place of the calculated one, in minor units; null where none is, or it is the same. */
export function typedInstead(reward: Reward): number | null {
  const { typed } = decisionsOf(reward);
  return typed === null || typed.amount === calculatedOf(reward) ? null : typed.amount;
}

function stateFor({ status, reason }: Reward, on: Day | null): Sentence {
  const because = reason === null ? "." : `: ${reason}.`;
  switch (status) {
    case "held":
      return `It is on hold${because}`;
    case "declined":
      return `It was declined${because}`;
    case "paid":
      return on === null ? "It is paid." : say`It was paid on ${{ day: on }}.`;
    default: {
      const state = status === "approved" ? "It is approved" : "It is being reviewed";
      return on === null
        ? `${state}.`
        : say`${state}; the estimated payment date is ${{ day: on }}.`;
    }
  }
}
