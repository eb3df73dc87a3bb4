import type { Day } from "../../engine/kernel/day";
import { escapeHtml } from "../../engine/kernel/escape-html";
import { brandColor } from "../../engine/kernel/page-look";
import type { PageCode } from "../../engine/reports/page/page-codes";
import type { PageStatement } from "../../engine/reports/page/page-statements";
import type { PageDripPart, PagePayout, PageReward } from "../../engine/reports/page/partner-page";
import type { BalanceNow } from "../../engine/reports/statements/balance-now";
import { pageStyle } from "./page-style";
import type { StoredPage } from "./page-tab";
import { payoutWords, rewardWords, type Words, wordsIn } from "./partner-words";

/** A page that says one thing. */
export const messagePage = (text: string): string =>
  document(brandColor(null), `<main><section><p>${escapeHtml(text)}</p></section></main>`);

const document = (color: string, body: string): string =>
  `<!DOCTYPE html><html lang="en"><head>${pageStyle(color)}</head><body>${body}</body></html>`;

/** A partner's page as HTML, every text escaped, with no script and nothing from elsewhere (PARTNER-1). */
export function partnerPageHtml({ asOf, page, older }: StoredPage, locale: string): string {
  const words = wordsIn(locale);
  // A page that an earlier release stored has neither.
  const { statements = [], codes = [] } = page;
  const rewards = (list: readonly PageReward[], more = 0) =>
    listOf(
      list.map((reward) => rewardLine(reward, words)),
      more,
    );
  const body = [
    `<header><p class="soft">${escapeHtml(page.program)}</p><h1>${escapeHtml(page.partner)}</h1>`,
    `<p class="soft">As of ${escapeHtml(words.day(asOf as Day))}</p></header><main>`,
    section(
      "Balance",
      `<div class="sums">${page.balances.map((each) => balance(each, words)).join("")}</div>`,
      page.balances.length > 0,
    ),
    section(
      "Rewards",
      (page.rewards.length > 0
        ? rewards(page.rewards, page.moreRewards)
        : '<p class="soft">No rewards this year yet.</p>') +
        older
          .map(
            (each) =>
              `<details><summary>${each.year}</summary>${rewards(each.rewards, each.moreRewards)}</details>`,
          )
          .join(""),
    ),
    section(
      "Still to come",
      listOf(
        page.coming.map((part) => partLine(part, words)),
        page.moreToCome,
      ),
      page.coming.length > 0,
    ),
    section(
      "Payouts",
      listOf(page.payouts.map((payout) => payoutLine(payout, words))),
      page.payouts.length > 0,
    ),
    section(
      "Last statement",
      listOf(statements.map((each) => statementLine(each, words))),
      statements.length > 0,
    ),
    section("Your codes", listOf(codes.map((each) => codeLine(each, words))), codes.length > 0),
    section(
      "Offers",
      listOf(page.offers.map((offer) => `<li><span>${escapeHtml(offer)}</span></li>`)),
      page.offers.length > 0,
    ),
    '</main><footer class="soft">Amounts may still change until they are paid. Only people with this link can open this page.</footer>',
  ].join("");
  return document(brandColor(page.color), body);
}

const section = (title: string, body: string, isShown = true): string =>
  isShown ? `<section><h2>${title}</h2>${body}</section>` : "";

const listOf = (lines: readonly string[], more = 0): string =>
  `<ul>${lines.join("")}</ul>${more > 0 ? `<p class="soft">and ${more} more</p>` : ""}`;

/** A dot stays with the part after it, so that no line ends in one. */
const joinWithDots = (parts: readonly string[]): string => parts.filter(Boolean).join(" ·\u00a0");

/** A line: what, its amount, and what there is to say of it. */
const line = (what: string, amount: string, remarks: readonly string[], isOff = false): string =>
  `<li><span>${escapeHtml(what)}</span><span${isOff ? ' class="off"' : ""}>${escapeHtml(amount)}</span><span class="soft">${escapeHtml(joinWithDots(remarks))}</span></li>`;

function balance(
  { currency, owed, pending, held, nextOn, next }: BalanceNow,
  words: Words,
): string {
  const money = (amount: number) => words.money(amount, currency);
  const said = [
    nextOn ? `Next payment: ${money(next)}, estimated ${words.day(nextOn)}` : "",
    pending !== 0 ? `Waiting for approval: ${money(pending)}` : "",
    held !== 0 ? `On hold, not included: ${money(held)}` : "",
  ].filter(Boolean);
  const lines = said.map((text) => `<p class="soft">${escapeHtml(text)}</p>`).join("");
  return `<div class="sum"><span class="soft">Owed to you</span><b>${escapeHtml(money(owed))}</b>${lines}</div>`;
}

function rewardLine(
  { on, what, customer, amount, currency, status, reason, pay }: PageReward,
  words: Words,
): string {
  const when =
    pay === undefined ? "" : `${status === "paid" ? "" : "estimated payment "}${words.day(pay)}`;
  return line(
    joinWithDots([what || "Reward", customer ?? ""]),
    words.money(amount, currency),
    [words.day(on), rewardWords[status], when, reason ?? ""],
    status === "declined",
  );
}

const partLine = ({ due, what, amount, currency, pay }: PageDripPart, words: Words): string =>
  line(what || "Reward", words.money(amount, currency), [
    `Due ${words.day(due)}`,
    pay === undefined ? "" : `estimated payment ${words.day(pay)}`,
  ]);

const statementLine = (
  { month, currency, opening, closing, paidOut, code }: PageStatement,
  words: Words,
): string => {
  const money = (amount: number) => words.money(amount, currency);
  return line(`Closing balance of ${words.month(month)}`, money(closing), [
    `opening balance ${money(opening)}`,
    `paid out ${money(paidOut)}`,
    `statement code ${code}`,
  ]);
};

const payoutLine = (
  { amount, currency, status, on, reference }: PagePayout,
  words: Words,
): string =>
  line(
    payoutWords[status],
    words.money(amount, currency),
    [
      on === undefined ? "" : words.day(on),
      reference === undefined ? "" : `reference ${reference}`,
    ],
    status === "returned",
  );

/** A code to give away, with the team's link for it: the only link on the page, and one that is followed by hand. */
function codeLine({ code, link, until }: PageCode, words: Words): string {
  const last = until === undefined ? "" : `until ${words.day(until)}`;
  const shown = link === undefined ? "" : escapeHtml(link);
  const address = `<a class="soft" href="${shown}" target="_blank" rel="noopener noreferrer">${shown}</a>`;
  return `<li><b>${escapeHtml(code)}</b><span class="soft">${escapeHtml(last)}</span>${shown && address}</li>`;
}
