import type { Day } from "../../engine/kernel/day";
import type { Env } from "../../engine/kernel/env";
import type { Problem } from "../../engine/kernel/problem";
import type { Work } from "../../engine/program/work";
import { tellsPartners } from "../../engine/run/told-since";
import { statementsToCome } from "../../engine/usecases/statements/send-statements";
import type { Book } from "../workbook/book";
import { isRefusal } from "../workbook/refusal";
import { rightsRefused } from "../workbook/rights";
import { mailOf, type NoticeMail, sendMail } from "./notice-mail";
import { type Plan, planNotices } from "./plan-notices";
import { readMark, readToldRows, type ToldRows, writeMark, writeToldRows } from "./told-tab";
import { type Mark, nextTurn, placeOf, startMark, TEAM, type Turn, writtenIn } from "./turns";

/** The most mails that one run sends, by the clock and while a person waits; each takes about a second. */
const MOST = { clock: 200, person: 20 };
/** In ms since the execution began; no mail is sent later than this. */
const LATEST = 270_000;
/** After this many refusals in a row the fault is taken to be the mail service's, not the addresses', and sending stops. */
const MOST_REFUSED = 3;

export interface Sending {
  readonly book: Book;
  readonly work: Work;
  readonly env: Env;
  readonly startedAt: number;
  readonly isClock: boolean;
  /** Whether nobody hears of anything here. */
  readonly isSilent: () => boolean;
  /** The day after which no clock run came; null where none was missed. */
  readonly missed: () => Day | null;
  /** Called before a mail is claimed: by then the run's own journal is done with. */
  readonly beforeMails: () => void;
  /** Tells at once of a mail that an earlier execution was killed at. */
  readonly tellDoubt: (doubt: Problem) => void;
}
export interface SentNotices {
  /** What Google refused, with what to do. */
  readonly problems: readonly Problem[];
  readonly sent: number;
  /** More mails could go today, but not in this execution. */
  readonly more: boolean;
}
/** How far an execution has come. */
interface Course {
  rows: ToldRows;
  mark: Mark;
  sent: number;
  more: boolean;
  readonly problems: Problem[];
}

/**
 * Sends what partners and the team should hear, after a run: each notice at most once, whenever an execution is killed
 * (PARTNER-6c). What Google refuses stops nothing else, and goes with a later run. While notices are off, Google is asked
 * nothing.
 */
export function sendNotices(sending: Sending): SentNotices {
  const { work, env } = sending;
  const isOff = !tellsPartners(work) && work.settings.noticesToTeam === null;
  const course: Course = {
    rows: new Map(),
    mark: startMark(new Map(), env.today),
    sent: 0,
    more: false,
    problems: [],
  };
  if (isOff || work.settings.paused) return course;
  try {
    if (!sending.isSilent()) send(sending, course);
  } catch (thrown) {
    if (!isRefusal(thrown)) throw thrown;
    course.problems.push(refusedBy(thrown));
  }
  return course;
}

function send(sending: Sending, course: Course): void {
  const { book, work, env } = sending;
  const facts = { today: env.today, missed: sending.missed() };
  course.rows = readToldRows(book);
  course.mark = readMark() ?? startMark(course.rows, env.today);
  if (course.mark.isOpen) {
    const { reached } = course.mark;
    const doubted = [...course.rows.keys()].find((id) => placeOf(id) === reached);
    sending.tellDoubt(doubtOf(doubted ?? "a partner"));
    keep(course, { ...course.mark, isOpen: false });
  }
  for (let isEnded = true, turns = 0; isEnded && turns < 2; turns++) {
    const plan = planNotices(work, course.rows, course.mark, facts);
    const turn = nextTurn(course.rows, plan.wanted, course.mark);
    if (turn.mails.length > 0) sending.beforeMails();
    for (const rows of turn.batches) course.rows = writeToldRows(book, course.rows, rows);
    isEnded = takeTurn(sending, course, plan, turn) && turn.mails.length > 0;
  }
}

function keep(course: Course, mark: Mark): void {
  if (JSON.stringify(mark) !== JSON.stringify(course.mark)) writeMark(mark);
  course.mark = mark;
}

/** Sends the mails of a turn in their order, each claimed before it goes; returns whether all of them went. */
function takeTurn(sending: Sending, course: Course, plan: Plan, { turn, mails }: Turn): boolean {
  const { week, since } = plan;
  const weekAndSince = { week, since };
  const isRoom = mails.length > 0 ? roomFor(sending, mails.length) : () => true;
  let refused = 0;
  for (const id of mails) {
    course.more = course.sent >= MOST[sending.isClock ? "clock" : "person"] || isLate(sending);
    if (course.more) break;
    if (!isRoom(id)) {
      course.problems.push(problem(LIMIT));
      break;
    }
    // Made first: who is cut off there is sure that it did not go.
    const notice = plan.notices.get(id);
    const mail = notice && mailOf(sending.book, sending.work, sending.env, notice);
    const before = { ...course.mark, isOpen: false };
    const written = writtenIn(course.rows);
    const { today: on } = sending.env;
    keep(course, { turn, reached: placeOf(id), isOpen: true, written, on, ...weekAndSince });
    const thrown = mail && refusalOfMail(mail);
    if (!thrown) {
      course.sent++;
      refused = 0;
      continue;
    }
    keep(course, before);
    const isLimit = MailApp.getRemainingDailyQuota() <= 0;
    course.problems.push(isLimit ? problem(LIMIT) : refusedBy(thrown));
    if (isLimit || ++refused >= MOST_REFUSED || rightsRefused(thrown.message)) break;
    // Another run tries this address again; those after it go now.
    const told = course.rows.get(id)?.before ?? "";
    const row = { id, turn, before: told, after: told };
    course.rows = writeToldRows(sending.book, course.rows, [row]);
  }
  const isEnded = !course.more && course.problems.length === 0;
  keep(course, {
    ...course.mark,
    isOpen: false,
    ...(isEnded || mails.length === 0 ? weekAndSince : {}),
  });
  return isEnded;
}

const isLate = ({ startedAt }: Sending): boolean => Date.now() - startedAt > LATEST;

/** Whether one more mail may go: statements that are ready come before notices to partners (PARTNER-6e). */
function roomFor({ work }: Sending, wanted: number): (id: string) => boolean {
  let left = MailApp.getRemainingDailyQuota();
  const isScarce = left < wanted + work.all("partners").length;
  const reserved = isScarce ? statementsToCome(work) : 0;
  return (id) => left-- > (id === TEAM ? 0 : reserved);
}

/** Sends one notice; what Google said if it refused. */
function refusalOfMail(mail: NoticeMail): Error | undefined {
  try {
    sendMail(mail);
    return undefined;
  } catch (thrown) {
    if (!isRefusal(thrown)) throw thrown;
    return thrown;
  }
}

const LIMIT =
  "Google's daily limit of mails is reached, so some notices wait. They go with the next runs, and nothing of them is lost. If this stands for days, set “notices to partners” to weekly.";

const refusedBy = ({ message }: Error): Problem =>
  problem(
    `${rightsRefused(message)?.message ?? `A notice was not mailed. Google says: ${message}`} It is tried again at the next run.`,
  );

const doubtOf = (id: string): Problem => ({
  ...problem(
    `The notice to ${id === TEAM ? "the team" : id} may have been sent. Please check: it is not sent again.`,
  ),
  code: "MAIL_IN_DOUBT",
});

const problem = (message: string): Problem => ({
  code: "MAIL_REFUSED",
  at: { table: "Settings", row: "notices to partners" },
  message,
});
