import { clip } from "../../kernel/cells";
import type { Day, Month } from "../../kernel/day";
import {
  type MailContent,
  type MailHead,
  type MailLine,
  type MailPart,
  mailContent,
  textPart,
} from "../../kernel/mail-document";
import { format } from "../../kernel/money";
import { needsReason } from "../../rewards/status-moves";
import type { Partner, Payout, Reward } from "../../tables";
import { finalityText } from "./finality-text";
import { amountOf } from "./statement";
import type { WholeStatement } from "./whole-statement";

/** A mail as it would go: one a partner and month, with all currencies in it. */
export interface StatementMail extends MailContent {
  readonly to: string;
}

/** The mail with a partner's statements of one month, in every currency that has one, and the link to the partner's page (STATEMENT-6). */
export function statementMail(
  head: MailHead,
  { email }: Partner,
  month: Month,
  statements: readonly WholeStatement[],
): StatementMail {
  const withLines = (most: number): MailContent =>
    mailContent(head, `statement for ${month}`, [
      textPart(`This is your statement for ${month}.`),
      ...statements.flatMap((whole) => partsOf(whole, most)),
    ]);
  const fitting = LINES_SHOWN.find((most) => withLines(most).html.length <= LONGEST_HTML) ?? 0;
  return { to: email ?? "", ...withLines(fitting) };
}

/** A mail's body may be 200 kB (PLATFORM-70), a character 3 bytes: longer lists are cut, their sums are not. */
const LONGEST_HTML = 60_000;
const LINES_SHOWN = [100, 25, 5];

function partsOf(whole: WholeStatement, mostLines: number): readonly MailPart[] {
  const { below, coming, of } = whole;
  const section = (
    title: string,
    amounts: readonly number[],
    lines: readonly MailLine[],
  ): readonly MailPart[] => {
    const inAll = sumLine(whole, "In all", total(amounts));
    const shown = [...shortened(lines, mostLines), inAll];
    return lines.length === 0 ? [] : [{ kind: "section", title, lines: shown }];
  };
  const reward = (each: Reward) => rewardLine(whole, each);
  return [
    {
      kind: "section",
      title: `Balance in ${of.currency}`,
      lines: balanceLines(whole, mostLines),
    },
    textPart(finalityText(whole)),
    ...section("Not in the balance yet", below.pending.map(amountOf), below.pending.map(reward)),
    ...section("On hold", below.held.map(amountOf), below.held.map(reward)),
    ...section("Declined", below.declined.map(amountOf), below.declined.map(reward)),
    ...section(
      "Still to come",
      coming.map(({ amount }) => amount),
      coming.map(({ drip, occurrence, due, amount, estimatedPayment }) => ({
        label: `${clip(drip.description ?? "Reward")} (${occurrence} of ${drip.occurrences})`,
        remark: [`due ${due}`, expected(estimatedPayment)].filter(Boolean).join(", "),
        amount: format({ amount, currency: of.currency }),
      })),
    ),
  ];
}

/** The balance as its mail has it, with at most so many rewards. */
export const balanceLines = (whole: WholeStatement, mostLines = Infinity): readonly MailLine[] => {
  const { opening, lines, payouts, closing } = whole.balance;
  const rewards = lines.map((each) => rewardLine(whole, each));
  return [
    sumLine(whole, "Opening balance", opening),
    ...shortened(rewards, mostLines),
    ...payouts.map((payout) => payoutLine(whole, payout)),
    sumLine(whole, "Closing balance", closing),
  ];
};

const sumLine = (
  { of: { currency } }: WholeStatement,
  label: string,
  amount: number,
): MailLine => ({
  label,
  remark: "",
  amount: format({ amount, currency }),
  isSum: true,
});

function shortened(lines: readonly MailLine[], most: number): readonly MailLine[] {
  if (lines.length <= most) return lines;
  const label = `and ${lines.length - most} more`;
  return [...lines.slice(0, most), { label, remark: "", amount: "" }];
}

const total = (amounts: readonly number[]): number => amounts.reduce((sum, each) => sum + each, 0);

const expected = (on: Day | null): string => (on === null ? "" : `estimated payment ${on}`);

function rewardLine(whole: WholeStatement, reward: Reward): MailLine {
  const { description, earnedOn, status, reason, currency } = reward;
  const on = whole.estimate(reward);
  const when = status === "paid" && on !== null ? `paid ${on}` : expected(on);
  const remarks = [`earned ${earnedOn}`, needsReason(status) ? clip(reason ?? "", 300) : when];
  return {
    label: clip(description ?? "Reward", 300),
    remark: remarks.filter(Boolean).join(", "),
    amount: format({ amount: amountOf(reward), currency }),
  };
}

function payoutLine(whole: WholeStatement, payout: Payout): MailLine {
  const { status, reference, amount, currency } = payout;
  const on = whole.payoutEstimate(payout);
  const when = status === "paid" && on !== null ? `paid ${on}` : expected(on);
  const isReturned = status === "returned";
  return {
    label: isReturned ? "Payout, returned" : "Payout",
    remark: [when, reference && `reference ${clip(reference)}`].filter(Boolean).join(", "),
    amount: format({ amount: isReturned ? 0 : -amount, currency }),
  };
}
