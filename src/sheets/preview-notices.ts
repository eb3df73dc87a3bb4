import type { NoticePreview } from "../engine/contract/contract";
import { down, sortBy } from "../engine/kernel/order";
import { DomainError } from "../engine/kernel/problem";
import type { NoticeReader } from "../engine/kernel/vocabulary";
import { begin, type Work } from "../engine/program/work";
import {
  type PartnerNotice,
  partnerNotices,
  teamNotice,
} from "../engine/reports/notices/due-notices";
import { tableNames } from "../engine/tables";
import { isUndecidedCopy } from "./copy";
import { accountEmail, environment } from "./environment";
import { readInstallation } from "./installation";
import { mailOf, type NoticeMail, sendMail } from "./notices/notice-mail";
import { planNotices } from "./notices/plan-notices";
import { readMark, readToldRows } from "./notices/told-tab";
import { startMark, TEAM } from "./notices/turns";
import { missedAfter } from "./schedule";
import type { Book } from "./workbook/book";
import { readJournalSheet } from "./workbook/journal-sheet";
import { loadTables, readProgram } from "./workbook/load";

type To = { readonly to: NoticeReader };
/** An example tells of at most this many rewards, the latest. */
const MOST_IN_EXAMPLE = 3;

/** The first mail that the next run would send to partners or to the team, or an example of one; nothing is sent. */
export function previewNotices(book: Book, { to }: To, startedAt: number): NoticePreview {
  const { mail, due } = shownMail(book, to, startedAt);
  return {
    due,
    mail: mail && { to: mail.to, subject: mail.subject, text: mail.text },
  };
}

/** Mails what the preview shows to the person who asks, and to nobody else. Throws NOTHING_TO_SHOW. */
export function testNotice(book: Book, { to }: To, startedAt: number): { readonly to: string } {
  const { mail } = shownMail(book, to, startedAt);
  if (!mail) throw new DomainError("NOTHING_TO_SHOW");
  const own = accountEmail();
  sendMail({ ...mail, to: own, subject: `Test: ${mail.subject}`, replyTo: null });
  return { to: own };
}

function shownMail(
  book: Book,
  to: To["to"],
  startedAt: number,
): { readonly mail: NoticeMail | null; readonly due: number } {
  const work = begin(readProgram(book, loadTables(book, tableNames, { onlyReads: true })));
  const env = environment(book, startedAt);
  const facts = { today: env.today, missed: missedAfter(book, startedAt) };
  const rows = readToldRows(book);
  const plan = planNotices(work, rows, readMark() ?? startMark(rows, env.today), facts);
  const isAsked = (id: string) => (id === TEAM) === (to === "team");
  const due = isSilent(book, work) ? [] : plan.wanted.filter(({ id, mail }) => mail && isAsked(id));
  const notice =
    (due[0] && plan.notices.get(due[0].id)) ??
    (to === "team" ? teamNotice(work, null, facts) : exampleOf(work));
  const isShown = notice !== undefined && notice.news.length > 0;
  return { mail: isShown ? mailOf(book, work, env, notice) : null, due: due.length };
}

/** Whether the next run mails nobody: the program is paused, or this is a copy that is not the new home (PARTNER-6f). */
const isSilent = (book: Book, { settings }: Work): boolean =>
  settings.paused || readInstallation().isTestCopy || isUndecidedCopy(book, readJournalSheet(book));

/** As if the partner of the latest reward had heard nothing of the latest ones. */
function exampleOf(work: Work): PartnerNotice | undefined {
  const [latest] = sortBy(
    work.all("rewards"),
    down(({ earnedOn }) => earnedOn),
  );
  const all = partnerNotices(work, () => null);
  const notice = all.find(({ to }) => to.key === latest?.partner) ?? all[0];
  return notice && { ...notice, news: notice.news.slice(-MOST_IN_EXAMPLE) };
}
