import type { Day } from "../../kernel/day";
import type { ReportCell, ReportTab, ReportTable } from "../../kernel/report-tab";
import { needsReason } from "../../rewards/status-moves";
import type { Reward } from "../../tables";
import { finalityText } from "./finality-text";
import { amountOf } from "./statement";
import type { WholeStatement } from "./whole-statement";

const dayCell = (day: Day | null): ReportCell => (day === null ? "" : { day, time: "" });

/** One statement as a tab: the balance with each of its lines, and below it what is outside the balance. */
export function statementTab(
  whole: WholeStatement,
  partnerName: string,
  programName: string,
  today: Day,
): ReportTab {
  const { partner, month, currency } = whole.of;
  return {
    name: `Statement ${month} ${currency} ${partnerName}`,
    intro: [
      `${programName}: statement of ${partnerName} (${partner}) for ${month}, ${currency}`,
      `As of ${today}. ${finalityText(whole)}`,
    ],
    tables: [balanceTable(whole), ...belowTables(whole)],
  };
}

const HEADERS = [
  "What",
  "Customer",
  "Earned on",
  "Estimated payment",
  "Amount",
  "Currency",
  "Note",
];

function balanceTable(whole: WholeStatement): ReportTable {
  const { balance, of } = whole;
  const { currency } = of;
  const sum = (what: string, amount: number): readonly ReportCell[] => [
    what,
    "",
    "",
    "",
    { amount, currency },
    currency,
    "",
  ];
  return {
    title: "Balance",
    headers: HEADERS,
    rows: [
      sum("Opening balance", balance.opening),
      ...balance.lines.map((reward) => rewardRow(whole, reward)),
      ...balance.payouts.map((payout) => {
        const isReturned = payout.status === "returned";
        const amount = isReturned ? 0 : -payout.amount;
        const note = [payout.status, payout.reference].filter(Boolean).join(", ");
        const on = dayCell(whole.payoutEstimate(payout));
        return ["Payout", "", "", on, { amount, currency }, currency, note];
      }),
      sum("Closing balance", balance.closing),
    ],
  };
}

function rewardRow(whole: WholeStatement, reward: Reward): readonly ReportCell[] {
  const { description, key, customer, earnedOn, currency, adjusts, status, reason } = reward;
  const note = needsReason(status) ? (reason ?? "") : adjusts === null ? "" : `corrects ${adjusts}`;
  return [
    description ?? key,
    customer ?? "",
    dayCell(earnedOn),
    dayCell(whole.estimate(reward)),
    { amount: amountOf(reward), currency },
    currency,
    note,
  ];
}

function belowTables(whole: WholeStatement): readonly ReportTable[] {
  const { below, coming, of } = whole;
  const ofRewards = (title: string, rewards: readonly Reward[]): ReportTable => ({
    title,
    headers: HEADERS,
    rows: rewards.map((reward) => rewardRow(whole, reward)),
  });
  const tables: readonly ReportTable[] = [
    ofRewards("Not in the balance yet: waiting for review or for the next invoice", below.pending),
    ofRewards("Not in the balance: on hold", below.held),
    ofRewards("Not in the balance: declined", below.declined),
    {
      title: "Not in the balance: still to come",
      headers: HEADERS,
      rows: coming.map(({ drip, occurrence, due, amount, estimatedPayment }) => [
        `${drip.description ?? drip.key} (${occurrence} of ${drip.occurrences})`,
        drip.customer ?? "",
        dayCell(due),
        dayCell(estimatedPayment),
        { amount, currency: of.currency },
        of.currency,
        drip.pausedOn === null ? "" : "paused",
      ]),
    },
  ];
  return tables.filter(({ rows }) => rows.length > 0);
}
