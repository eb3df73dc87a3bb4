import { clip } from "../../engine/kernel/cells";
import { type Key, readInvoiceKey } from "../../engine/kernel/keys";
import {
  type MailContent,
  type MailLine,
  mailContent,
  textPart,
} from "../../engine/kernel/mail-document";
import { heldSums, type TeamNews } from "../../engine/reports/notices/team-news";
import type { Words } from "../page/partner-words";
import { section } from "./partner-mail";

type Of<K extends TeamNews["kind"]> = Extract<TeamNews, { kind: K }>;

/** What needs the team, as a mail with the spreadsheet's address (PARTNER-6b). */
export function teamMail(
  programName: string,
  address: string,
  news: readonly TeamNews[],
  nameOf: (partner: Key) => string,
  words: Words,
): MailContent {
  const of = <K extends TeamNews["kind"]>(kind: K) =>
    news.filter((each): each is Of<K> => each.kind === kind);
  const money = ({ amount, currency }: Of<"held"> | Of<"ceiling">) => words.money(amount, currency);
  const invoiceLine =
    (remark: string) =>
    (each: Of<"opened" | "overdue" | "review ends">): MailLine => ({
      label: invoiceName(each.invoice),
      remark,
      amount: words.money(each.amount, each.currency),
    });
  const held = of("held");
  const title = titles.flatMap(([kind, title]) => (of(kind).length > 0 ? [title] : [])).join(", ");
  const nothing = { color: null, link: null, greeting: null, footer: null, replyTo: null };
  return mailContent({ programName, ...nothing }, title, [
    ...section("No scheduled run came", of("missed"), ({ after }) => ({
      label: `After ${words.day(after)}`,
      remark: "See Settings in the sidebar: whoever owns the schedule may have left.",
      amount: "",
    })),
    ...section("Payment is overdue", of("overdue"), (each) =>
      invoiceLine(`since ${words.day(each.since)}, to ${count(each.payouts, "partner")}`)(each),
    ),
    ...section("The review ends", of("review ends"), (each) =>
      invoiceLine(`on ${words.day(each.reviewEndsOn)}`)(each),
    ),
    ...section("Opened for review", of("opened"), (each) =>
      invoiceLine(`${count(each.lines, "line")}, until ${words.day(each.reviewEndsOn)}`)(each),
    ),
    ...section("More than the ceiling is expected", of("ceiling"), (each) => ({
      label: each.month,
      remark: `the ceiling is ${words.money(each.ceiling, each.currency)}`,
      amount: money(each),
    })),
    ...section(
      `On hold: ${heldSums(held)
        .map((each) => words.money(each.amount, each.currency))
        .join(", ")}`,
      held,
      (each) => ({
        label: clip(nameOf(each.partner)),
        remark: clip(each.reason ?? "", 300),
        amount: money(each),
      }),
    ),
    textPart(`Open the spreadsheet: ${address}`),
  ]);
}

const titles = [
  ["missed", "no scheduled run"],
  ["overdue", "payment overdue"],
  ["review ends", "review ends"],
  ["opened", "invoice opened"],
  ["ceiling", "above the ceiling"],
  ["held", "rewards on hold"],
] as const;

const count = (n: number, one: string): string => `${n} ${one}${n === 1 ? "" : "s"}`;

function invoiceName(key: Key): string {
  const named = readInvoiceKey(key);
  return named ? `${named.month}, ${named.currency}` : key;
}
