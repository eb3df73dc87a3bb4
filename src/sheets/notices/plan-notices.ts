import { type Day, mondayOf } from "../../engine/kernel/day";
import type { Work } from "../../engine/program/work";
import { settingRow } from "../../engine/program/write-setting";
import {
  type NoticeFacts,
  type PartnerNotice,
  partnerNotices,
  type TeamNotice,
  takenAsTold,
  teamNotice,
} from "../../engine/reports/notices/due-notices";
import { readTold, writeTold } from "../../engine/reports/notices/told";
import { tellsPartners } from "../../engine/run/told-since";
import { idOf, type ToldRows } from "./told-tab";
import { isBehind, isUnreached, type Mark, TEAM, toldIn, type Wanted } from "./turns";

/** What should be told now: what each recipient should know after it, and the notices by recipient. */
export interface Plan {
  readonly wanted: readonly Wanted[];
  readonly notices: ReadonlyMap<string, PartnerNotice | TeamNotice>;
  /** What the next mark says beside how far mails went. */
  readonly week: Day;
  readonly since: Day | null;
}

/** Decides what is told now (PARTNER-6, PARTNER-6d). */
export function planNotices(work: Work, rows: ToldRows, mark: Mark, facts: NoticeFacts): Plan {
  const { settings } = work;
  const isOlder = isBehind(rows, mark);
  const wanted: Wanted[] = [];
  const notices = new Map<string, PartnerNotice | TeamNotice>();
  const read = (id: string) => {
    const row = rows.get(id);
    return row ? readTold(toldIn(row, mark)) : null;
  };
  if (settings.noticesToTeam !== null) {
    const told = read(TEAM);
    const notice = teamNotice(work, told ?? null, facts);
    const mail = !isOlder && told !== undefined && notice.news.length > 0;
    wanted.push({ id: TEAM, after: writeTold(notice.now), mail });
    notices.set(TEAM, notice);
  }
  const monday = mondayOf(facts.today);
  const rest = { notices, wanted };
  if (!tellsPartners(work)) return { ...rest, week: mark.week, since: mark.since };
  const since = (settingRow(work, "toldSince")?.value ?? null) as Day | null;
  const isNew = isOlder || mark.since !== since;
  const isDue = isNew || settings.noticesToPartners === "each" || monday > mark.week;
  const isLeft = (id: string) => {
    const row = rows.get(id);
    return row !== undefined && isUnreached(row, mark);
  };
  if (!isDue && ![...rows.keys()].some(isLeft)) return { ...rest, week: mark.week, since };
  for (const notice of partnerNotices(work, (partner) => read(idOf(partner)))) {
    const id = idOf(notice.to.key);
    const { now, news, hears } = notice;
    if (!isDue && !isLeft(id)) continue;
    if (isNew) {
      const told = takenAsTold(work, notice.to.key, now, isOlder ? mark.on : null);
      wanted.push({ id, after: writeTold(told), mail: false });
    } else if (hears === "waits") {
      const row = rows.get(id);
      if (row) wanted.push({ id, after: toldIn(row, mark), mail: false });
    } else wanted.push({ id, after: writeTold(now), mail: hears === "mail" && news.length > 0 });
    notices.set(id, notice);
  }
  return { ...rest, week: isDue ? monday : mark.week, since };
}
