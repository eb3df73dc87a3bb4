import { packed, parseJson } from "./packed";
import { day, key, list, optional, record, type Shaped, text } from "./shape";

const groupFields = { group: optional(text), moved: optional(record({ to: optional(text) })) };
export const groupJudged = record(groupFields);
/** The group by which an event was judged, and where its own triggers then moved the partner; null for nowhere. */
export type GroupJudged = Shaped<typeof groupJudged>;
/** `from` is the group before. */
const partnerJudged = record({ key, on: day, from: optional(text), ...groupFields });
/** An event of a partner's own as it was judged: who joined, or whom a person moved to another group. */
export type PartnerJudged = Shaped<typeof partnerJudged>;

/** Of the form before version 1: `moved` was there, null or a group, where the event moved the partner. */
export const earlierGroup = <J extends object>(json: J): J & { readonly moved: unknown } => ({
  ...json,
  moved: "moved" in json ? { to: json.moved } : null,
});

/** Before version 1: the same as a bare JSON list. */
export const groupsJudgedField = packed(1, list(partnerJudged), (text) => {
  const events = parseJson(text);
  return Array.isArray(events) ? events.map(earlierGroup) : undefined;
});

/** The most that are remembered: no partner is moved more often, and the cell stays small. */
const MOST = 200;

/** The events with one more, oldest first. */
export const addGroupJudged = (
  events: readonly PartnerJudged[] | null,
  event: PartnerJudged,
): readonly PartnerJudged[] => [...(events ?? []), event].slice(-MOST);
