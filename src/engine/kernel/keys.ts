import { type Day, parseDay } from "./day";

/** What only the compiler sees of a key: the table it is of. A key of one table never stands for another's. */
interface Of<T extends string> {
  // As a method, so that a key whose table nobody named may stand for a key of any.
  of?(table: T): void;
}
/**
 * A key names one row of its table forever. Keys of what a run makes come from causes, never from chance (RUN-9).
 */
export type Key<T extends string = string> = string & Of<T>;

/**
 * A key as it stands within another: the signs that part made keys are spelled otherwise in those that people type, so
 * that two causes never have one key, whatever signs a team uses.
 */
const within = (key: Key): Key =>
  key.replace(/[%/#*+]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
const outOf = (part: string): Key =>
  part.replace(/%(25|2f|23|2a|2b)/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );

export const rewardKey = (event: Key, trigger: Key<"triggers">): Key<"rewards"> =>
  `${event}/${within(trigger)}`;
/** The n-th reward of an event and trigger (from 1): judging again makes a further one where another partner earns it. */
export const rejudgedRewardKey = (reward: Key<"rewards">, n: number): Key<"rewards"> =>
  n === 1 ? reward : `${reward}*${n}`;
/** The reward that the event itself made, by its key or that of one made for it by judging again. */
export const firstRewardKey = (reward: Key): Key<"rewards"> => reward.replace(/\*\d+$/, "");
/** The trigger in the key of a reward that was made for this event. */
export const triggerIn = (reward: Key<"rewards">, event: Key): Key<"triggers"> =>
  outOf(reward.slice(event.length + 1));
export const dripKey = (event: Key, trigger: Key<"triggers">): Key<"drips"> =>
  `drip_${rewardKey(event, trigger)}`;
/** The drip that goes on from one which a person ended. */
export const continuedDripKey = (drip: Key<"drips">): Key<"drips"> => `${drip}+`;
/** The drip that judging again, or a person who gives running drips new terms, begins in the place of another. */
export const replacedDripKey = (drip: Key<"drips">): Key<"drips"> => `${drip}*`;
/** The drip in whose place, or after which, this one began; undefined for one that the event itself began. */
export const dripBefore = (drip: Key<"drips">): Key<"drips"> | undefined =>
  /[*+]$/.test(drip) ? drip.slice(0, -1) : undefined;
/** The drip that the event itself began: those that continue or replace it are of the same event. */
export const firstDripKey = (drip: Key<"drips">): Key<"drips"> => drip.replace(/[*+]+$/, "");
/** What a drip's key says of its event and trigger, as the key of a reward: `drip_trx_9/trg_2+` is of `trx_9/trg_2`. */
export const rewardKeyIn = (drip: Key<"drips">): Key<"rewards"> =>
  firstDripKey(drip).replace(/^drip_/, "");
/** The event that a trigger's reward was made for; undefined where its key names another trigger. */
export function eventIn(reward: Key<"rewards">, trigger: Key<"triggers">): Key | undefined {
  const [key, tail] = [firstRewardKey(reward), rewardKey("", trigger)];
  return key.endsWith(tail) ? key.slice(0, -tail.length) : undefined;
}
export const occurrenceKey = (drip: Key<"drips">, k: number): Key<"rewards"> => `${drip}#${k}`;
export const invoiceKey = (month: string, currency: string): Key<"invoices"> =>
  `inv_${month}_${currency}`;
/** The n-th payout (from 1) of a partner on an invoice; a returned one is followed by the next. */
export const payoutKey = (
  invoice: Key<"invoices">,
  partner: Key<"partners">,
  n: number,
): Key<"payouts"> => `pay_${invoice}/${within(partner)}${n === 1 ? "" : `#${n}`}`;
/** The n-th adjusting line of a reward (from 1): one that is final is followed by the next. */
export const adjustingKey = (reward: Key<"rewards">, n: number): Key<"rewards"> =>
  `adj_${n}*${reward}`;

/** What an invoice's key says of it; undefined for a key that the program did not make. */
export function readInvoiceKey(
  key: Key,
): { readonly month: string; readonly currency: string } | undefined {
  const [, month, currency] = /^inv_(\d{4}-\d\d)_([A-Z]{3})$/.exec(key) ?? [];
  return month && currency ? { month, currency } : undefined;
}
/** What a payout's key says of it; undefined for a key that the program did not make. */
export function readPayoutKey(
  key: Key,
): { readonly invoice: Key<"invoices">; readonly partner: Key<"partners"> } | undefined {
  const [, invoice, partner] = /^pay_(inv_[^/]+)\/([^/#]+)(?:#\d+)?$/.exec(key) ?? [];
  return invoice && partner && readInvoiceKey(invoice)
    ? { invoice, partner: outOf(partner) }
    : undefined;
}
/** What the key of a drip's part, or of an adjusting line, says of it; nothing for any other reward's. */
export function readRewardKey(key: Key): {
  readonly drip?: Key<"drips">;
  readonly occurrence?: number;
  readonly adjusts?: Key<"rewards">;
} {
  const [, drip, k] = /^(drip_.+)#(\d+)$/.exec(key) ?? [];
  if (drip !== undefined) return { drip, occurrence: Number(k) };
  // Earlier releases named lines by the refund, and a line of a line by both.
  const [, adjusts] = /^adj_\d+\*(?!adj_)(.+)$/.exec(key) ?? [];
  return adjusts === undefined ? {} : { adjusts };
}
/** Whether an event or a drip made a reward with this key, not a person nor what corrects another. */
export const isOfEvent = (reward: Key<"rewards">): boolean =>
  reward.includes("/") && !reward.startsWith("adj_");
/** The trigger in the key of a reward, of a drip's part, or of a line that corrects either; undefined where none made it. */
export const triggerNamed = (reward: Key<"rewards">): Key<"triggers"> | undefined => {
  const [, trigger] = /\/([^/#*+]+)[*+]*(?:[#*]\d+)?$/.exec(reward) ?? [];
  return trigger === undefined ? undefined : outOf(trigger);
};
/**
 * The trigger, or else the event, of a reward that one of both was made for, where its cells don't say both as its key does;
 * a blank trigger is the one that the key names.
 */
export function readEventKey(
  reward: Key,
  { transaction, trigger }: { readonly transaction: string; readonly trigger: string },
): { readonly transaction?: Key; readonly trigger?: Key<"triggers"> } {
  const key = firstRewardKey(reward);
  const tail = rewardKey("", trigger);
  if (key === transaction + tail) return {};
  if (transaction !== "" && key.startsWith(`${transaction}/`)) {
    return { trigger: triggerIn(key, transaction) };
  }
  if (trigger !== "" && key.endsWith(tail)) {
    return transaction === "" ? {} : { transaction: key.slice(0, -tail.length) };
  }
  const named = triggerNamed(key);
  return named === undefined ? {} : { trigger: named };
}
/** A run's key: when it was, and what set it off. */
export const runKey = (when: string, kind: string): Key<"activity"> => `run ${when} ${kind}`;
/** Whether a line of Activity is a run's. */
export const isRunKey = (key: Key): boolean => key.startsWith("run ");
/** The line of Activity of a part of an import, named by the import's form (RUN-10). */
export const importLineKey = (formId: Key, part: number): Key => `import_${formId}_${part}`;
/** The form that a line's key names; undefined for any other line. */
export const importFormIn = (key: Key): Key | undefined => /^import_(.+)_\d+$/.exec(key)?.[1];
/** The key of a partner's change of group, as an event: that of a day, or that of another event. */
export const groupChangeKey = (partner: Key<"partners">, of: string): Key => `${partner}@${of}`;
/** Whether an event is a change of this partner's group. */
export const isGroupChange = (event: Key, partner: Key<"partners">): boolean =>
  event.startsWith(groupChangeKey(partner, ""));
/** A payout's key without its number: the first of its partner on its invoice. */
export const firstPayoutKey = (payout: Key<"payouts">): Key<"payouts"> =>
  payout.replace(/#\d+$/, "");
/** The day of a run, by its key; undefined for a key that no run has. */
export const dayOfRun = (run: Key | null): Day | undefined =>
  parseDay(/^run (\S+) /.exec(run ?? "")?.[1] ?? "");

/** The key of the partner who comes of an answer of the application form, from what the answer says (PARTNER-7). */
export const applicantKey = (content: string, taken: (key: Key) => boolean): Key<"partners"> =>
  keyForContent("applied", content, taken);
/** Whether a partner came by an application, by the key. */
export const isApplicant = (partner: Key<"partners">): boolean =>
  /^applied_[\da-z]{8}(-\d+)?$/.test(partner);

/** What a form makes that was given this id when it was begun: sent twice, it is the same. */
export const formKey = (prefix: string, formId: Key): Key => `${prefix}_${fingerprint(formId)}`;

/** A few characters that differ where keys do, but for one pair in a million. */
export const sealOfKey = (key: Key): string => fingerprint(key).slice(-4);

/** A 53-bit hash of text in base 36, the same on every machine (cyrb53's construction). */
export function fingerprint(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36).padStart(11, "0");
}

/**
 * A key for a row typed without one: from what the row says, so that neither its place nor the moment
 * matters. A second row that says the same gets `-2`, and so on.
 */
export function keyForContent(prefix: string, content: string, taken: (key: Key) => boolean): Key {
  const base = `${prefix}_${fingerprint(content).slice(-8)}`;
  let key = base;
  for (let n = 2; taken(key); n++) key = `${base}-${n}`;
  return key;
}

/** The name of a bucket of a measure, or of a place: its parts, apart by a sign that no key has. */
export const bucket = (...parts: readonly string[]): string => parts.join("\u0001");
