import { refuseMail } from "../../kernel/email";
import type { Day } from "../../kernel/day";
import type { Key } from "../../kernel/keys";
import type { Work } from "../../program/work";
import type { Partner } from "../../tables";
import { createPartnerDoubt } from "../../timeline/taken-key";
import { createNews, type PartnerNews } from "./partner-news";
import { type TeamNews, teamNews } from "./team-news";
import type { Told } from "./told";

/** What one partner, or the team, would hear now, as data; and what they know once they have. */
export interface Notice {
  readonly to: Partner | "team";
  readonly news: readonly PartnerNews[] | readonly TeamNews[];
  readonly now: Told;
  /** "quiet" gets no mail and counts as told; "waits" is told once the cell or the doubt is mended. */
  readonly hears: "mail" | "quiet" | "waits";
}
export type PartnerNotice = Notice & {
  readonly to: Partner;
  readonly news: readonly PartnerNews[];
};
export type TeamNotice = Notice & { readonly to: "team"; readonly news: readonly TeamNews[] };

/** What is so beside the rows. */
export interface NoticeFacts {
  readonly today: Day;
  /** The day after which no clock run came; null where none was missed. */
  readonly missed: Day | null;
}

/** The partner's notice: what is new since what the partner was told, null where that is nothing yet. */
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

/** The team's notice. */
export const teamNotice = (work: Work, told: Told | null, facts: NoticeFacts): TeamNotice => ({
  to: "team",
  ...teamNews(work, told, facts),
  hears: "mail",
});
