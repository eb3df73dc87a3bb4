import { format } from "../../kernel/money";
import type { Effect } from "../../program/changeset";
import type { Partner, Reward } from "../../tables";

/** The mail that tells a partner of a reward, and when it is expected to be paid (REWARD-19). */
export function noteToPartner(
  programName: string,
  { name, email }: Partner,
  reward: Reward,
): Extract<Effect, { kind: "email" }> {
  const expected = reward.estimatedPayment
    ? [`Expected payment: ${reward.estimatedPayment}`, ""]
    : [];
  return {
    kind: "email",
    key: `mail_${reward.key}`,
    to: email ?? "",
    subject: `${programName}: a reward of ${format(reward)}`,
    body: [
      `Hello ${name},`,
      "",
      `you have a new reward of ${format(reward)}:`,
      reward.description ?? "",
      "",
      ...expected,
      programName,
    ].join("\n"),
  };
}
