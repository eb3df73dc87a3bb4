import { clip } from "../../engine/kernel/cells";
import {
  type MailContent,
  type MailHead,
  type MailLine,
  type MailPart,
  mailContent,
  textPart,
} from "../../engine/kernel/mail-document";
import type { PartnerNews, RewardNews } from "../../engine/reports/notices/partner-news";
import { rewardWords, type Words } from "../page/partner-words";

/** At most this many lines of a section are shown; the others are counted. */
const MOST = 40;

/** What is new for a partner, as a mail, and how to get no more of them (PARTNER-6). */
export function partnerMail(
  head: MailHead,
  news: readonly PartnerNews[],
  words: Words,
): MailContent {
  const rewards = news.filter((each) => each.kind === "reward");
  const drips = news.filter((each) => each.kind === "drip ended");
  const offers = news.flatMap((each) => (each.kind === "offer" ? [each.text] : []));
  const hasEnded = news.some(({ kind }) => kind === "offers ended");
  const [only] = news;
  const title =
    news.length === 1 && only?.kind === "reward"
      ? `a reward of ${amountOf(only, words)}: ${statusOf(only).toLowerCase()}`
      : "what is new for you";
  return mailContent(head, title, [
    textPart(`This is new in ${clip(head.programName)}.`),
    ...section("Your rewards", rewards, (each) => rewardLine(each, words)),
    ...section("Ended early", drips, ({ what, lost }) => ({
      label: clip(what || "Rewards to come"),
      remark: lost === 1 ? "1 part no longer comes" : `${lost} parts no longer come`,
      amount: "",
    })),
    ...(offers.length > 0
      ? [
          textPart(
            `Offers that are new or changed:\n${offers.map((each) => clip(each, 500)).join("\n")}`,
          ),
        ]
      : []),
    ...(hasEnded ? [textPart("Offers that you knew have ended or changed.")] : []),
    textPart(STOP),
  ]);
}

const STOP =
  "If you want no more of these mails, answer this one with the word STOP. Your statements come all the same.";

/** A section of a mail, its lines counted where they are many; none where there are none. */
export function section<T>(
  title: string,
  rows: readonly T[],
  line: (row: T) => MailLine,
): readonly MailPart[] {
  if (rows.length === 0) return [];
  const more = { label: `and ${rows.length - MOST} more`, remark: "", amount: "" };
  const lines = [...rows.slice(0, MOST).map(line), ...(rows.length > MOST ? [more] : [])];
  return [{ kind: "section", title, lines }];
}

const statusOf = ({ now }: RewardNews): string => (now ? rewardWords[now.status] : "Taken back");

function amountOf({ was, now }: RewardNews, words: Words): string {
  const shown = now ?? was;
  return shown ? words.money(shown.amount, shown.currency) : "";
}

function rewardLine(news: RewardNews, words: Words): MailLine {
  const { was, now } = news;
  const isOther = was && now && (was.amount !== now.amount || was.currency !== now.currency);
  const pay = now?.pay
    ? `${now.status === "paid" ? "on" : "estimated payment"} ${words.day(now.pay)}`
    : "";
  const remarks = [
    statusOf(news),
    now ? pay : "we told you of it, and it does not count any more",
    isOther ? `before: ${words.money(was.amount, was.currency)}` : "",
    now ? `earned ${words.day(now.on)}` : "",
    now?.reason ?? "",
  ];
  return {
    label: now?.what || "Reward",
    remark: remarks.filter(Boolean).join(", "),
    amount: amountOf(news, words),
  };
}
