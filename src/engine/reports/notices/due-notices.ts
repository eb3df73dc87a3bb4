import { shortHash } from "../../invoices/left-the-house";
import type { Day } from "../../kernel/day";
import { refuseMail } from "../../kernel/email";
import type { Key } from "../../kernel/keys";
import type { Work } from "../../program/work";
import type { Partner } from "../../tables";
import { createPartnerDoubt } from "../../timeline/taken-key";
import { createNews, type PartnerNews } from "./partner-news";
import { type TeamNews, teamNews } from "./team-news";
import type { Told } from "./told";

interface Heard {
  /** What they know once they have heard it. */
  readonly now: Told;
  /** "quiet" gets no mail and counts as told; "waits" is told once the cell or the doubt is mended. */
  readonly hears: "mail" | "quiet" | "waits";
}
/** What one partner would hear now, as data. */
export interface PartnerNotice extends Heard {
  readonly to: Partner;
  readonly news: readonly PartnerNews[];
}
/** What the team would hear now, as data. */
export interface TeamNotice extends Heard {
  readonly to: "team";
  readonly news: readonly TeamNews[];
}

/** What a notice depends on besides the rows. */
export interface NoticeFacts {
  readonly today: Day;
  /** The day after which no clock run came; null where none was missed. */
  readonly missed: Day | null;
}

/**
 * A notice for each partner, test partners aside. `toldOf` answers what a partner was told: null where that is nothing yet,
 * undefined where it can't be read.
 */
export function partnerNotices(
  work: Work,
  toldOf: (partner: Key) => Told | null | undefined,
): readonly PartnerNotice[] {
  const newsOf = createNews(work);
  const doubtOf = createPartnerDoubt(work);
  return work.all("partners").flatMap((partner): PartnerNotice[] => {
    if (partner.test) return [];
    const told = toldOf(partner.key);
    const { news, now } = newsOf(partner.key, told ?? null);
    // What was told of this partner can't be read: nothing is told a second time.
    if (told === undefined) return [{ to: partner, news: [], now, hears: "quiet" }];
    const isQuiet = partner.mails !== "all" || partner.email === null;
    const fault = isQuiet ? undefined : (doubtOf(partner) ?? refuseMail(partner.email));
    const hears = isQuiet ? "quiet" : fault === undefined ? "mail" : "waits";
    return [{ to: partner, news, now, hears }];
  });
}

/** The team's notice; `told` is null where the team was told nothing yet. */
export const teamNotice = (work: Work, told: Told | null, facts: NoticeFacts): TeamNotice => ({
  to: "team",
  ...teamNews(work, told, facts),
  hears: "mail",
});

/**
 * What counts as told of a partner where nothing says what was: all there is now; but nothing that was earned after the day on
 * which mails last went, which nobody can have told.
 */
export function takenAsTold(work: Work, partner: Key, now: Told, lastOn: Day | null): Told {
  if (lastOn === null) return now;
  const later = work
    .where("rewards", "partner", partner)
    .flatMap(({ key, earnedOn }) => (earnedOn > lastOn ? [shortHash(key)] : []));
  const rewards = new Map(now.rewards);
  for (const hash of later) rewards.delete(hash);
  return { ...now, rewards };
}
