import { plainLower } from "../../kernel/cells";
import type { Env } from "../../kernel/env";
import type { Key } from "../../kernel/keys";
import { format } from "../../kernel/money";
import type { NewRecord, Work } from "../../program/work";
import type { NewReward } from "../../rewards/grant";
import type { Drip } from "../../tables";
import { openingAt, openingDrip, openingKey, similarOpenings } from "./match-openings";
import type { Move, MoveRow } from "./move-row";
import { createNames, type Named, severalCustomers, severalPartners } from "./names";
import { mayBe, pairUp, SAY } from "./pair-up";
import type { BadLine } from "./plan-import";

/** What a file of another tool brings along: new rows, and what is said of the other lines. */
export type MovePlan = ReturnType<typeof planMoves>;
type Tables = "settings" | "partners" | "customers" | "rewards" | "drips";

/**
 * Plans what the lines of another tool's file become. Who is there is known by key, e-mail or, a partner, by name; a
 * partner whom a customer names is made with it. A reward still owed becomes a line by hand of its day or, where that is to come, a
 * drip of one part, once (IMPORT-16).
 */
export function planMoves(
  work: Work<Tables>,
  move: Move,
  rows: readonly MoveRow[],
  env: Pick<Env, "today" | "user">,
) {
  const partners = new Map<Key, NewRecord<"partners">>();
  const customers = new Map<Key, NewRecord<"customers">>();
  const rewards = new Map<Key, NewReward>();
  const drips = new Map<Key, NewRecord<"drips">>();
  const bad: BadLine[] = [];
  let known = 0;
  const partnerNames = createNames(work.all("partners"));
  const customerNames = createNames(
    work.all("customers").map(({ key, email, externalId }) => ({ key, email, name: externalId })),
  );
  const partnersOf = (text: string): readonly Key[] =>
    work.has("partners", text) || partners.has(text) ? [text] : partnerNames.of(text);
  const customersOf = (text: string): readonly Key[] =>
    work.has("customers", text) || customers.has(text) ? [text] : customerNames.of(text);
  const addPartner = (
    key: Key,
    { name, email, date }: Pick<MoveRow, "name" | "email" | "date">,
  ) => {
    partners.set(key, {
      key,
      name: name || email || key,
      email: email || null,
      joinedOn: date?.day ?? env.today,
    });
    partnerNames.add({ key, name, email });
  };
  const openings =
    move === "open rewards"
      ? similarOpenings(
          work,
          rows,
          ({ partner }) => onlyOne(partnersOf(partner)),
          ({ customer }) => onlyOne(customersOf(customer)),
        )
      : undefined;
  const isTaken = (key: Key) =>
    work.has("rewards", openingKey(key)) || work.has("drips", openingDrip(key));
  const same = openings && pairUp(openings, isTaken);
  const similar: BadLine[] = [];
  for (const row of rows) {
    const { name, email, partner, date, line } = row;
    const key = same?.newKeys.get(row) ?? row.key;
    const fail = (reason: string) => bad.push({ line, reasons: [reason] });
    const owners = move === "partners" ? [] : partnersOf(partner);
    if (owners.length > 1) fail(severalPartners(partner, owners));
    else if (move === "partners") {
      const there = [...new Set([...partnersOf(key), ...partnersOf(email)])];
      const is = work.get("partners", there[0] ?? null);
      if (there.length > 1) fail(severalPartners(`${key}, ${email}`, there));
      else if (is && isAnother(is, row)) fail(keyOfAnother(is, row));
      else if (there.length > 0) known++;
      else addPartner(key, row);
    } else if (move === "customers") {
      // A key tells who it is, also where several have one e-mail (IMPORT-5).
      const byKey = customersOf(key);
      const found = byKey.length > 0 ? byKey : customersOf(email);
      const there = found[0];
      const owner = partner === "" ? null : (owners[0] ?? partner);
      const same = work.get("customers", there ?? null);
      if (found.length > 1) fail(severalCustomers(byKey.length > 0 ? key : email, found));
      else if (same && isAnother(same, row)) fail(keyOfAnother(same, row));
      else if (there !== undefined) {
        known++;
        const is = work.get("customers", there)?.partner ?? null;
        if (owner !== null && is !== null && is !== owner)
          fail(`“${there}” is here with the partner ${is}, and the file says ${owner}`);
      } else {
        if (owner !== null && partnersOf(owner).length === 0)
          addPartner(owner, {
            name: partner,
            email: partner.includes("@") ? partner : "",
            date: null,
          });
        const createdOn = date ?? { day: env.today, time: "" };
        customers.set(key, {
          key,
          name: name || key,
          email: email || null,
          partner: owner,
          createdOn,
        });
      }
    } else {
      const [owner] = owners;
      const own = openingKey(key);
      const there = openingAt(work, row);
      const [nearest] = openings?.get(row) ?? [];
      const question = nearest && mayBe(nearest.there.key, saysOwed(nearest.there));
      if (question) similar.push({ line, reasons: [question] });
      if (question && row.answer === "") bad.push({ line, reasons: [question, SAY] });
      else if (same?.rowOf.has(row)) known++;
      else if (owner === undefined)
        fail(`there is no partner “${partner}”: import the partners first`);
      else {
        const customer = onlyOne(customersOf(row.customer));
        const opening = openingOf(work, row, own, { owner, customer, env });
        const isScheduled = opening.earnedOn > env.today && opening.amount > 0;
        if (there) {
          known++;
          const [is, says] = [saysOwed(there), saysOwed(opening)];
          if (is !== says) fail(`“${key}” is here with ${is}, and the file says ${says}`);
        } else if (isTaken(key)) known++;
        else if (isScheduled) drips.set(own, scheduled(work, opening, openingDrip(key)));
        else rewards.set(own, opening);
      }
    }
  }
  return {
    partners: [...partners.values()],
    customers: [...customers.values()],
    rewards: [...rewards.values()],
    /** Of what is owed on a coming day, each a drip of one part. */
    drips: [...drips.values()],
    known,
    bad,
    similar,
  };
}

function openingOf(
  work: Work<Tables>,
  row: MoveRow,
  key: Key,
  given: {
    readonly owner: Key;
    readonly customer: Key | undefined;
    readonly env: Pick<Env, "today" | "user">;
  },
): NewReward {
  const { owner, customer, env } = given;
  const buyer = customer === undefined ? undefined : work.get("customers", customer);
  return {
    key,
    partner: owner,
    // A reward and its customer belong to one partner.
    customer: buyer && buyer.partner === owner ? buyer.key : null,
    amount: row.isNegative ? -row.amount : row.amount,
    currency: row.currency ?? work.settings.programCurrency,
    earnedOn: row.date?.day ?? env.today,
    from: { source: "manual" },
    invoice: null,
    description: row.description || `Owed when the program moved here (${row.key})`,
    why: { by: "person", what: "opening line", who: env.user, on: env.today },
  };
}

/** Whether a row with a line's key is somebody else: another e-mail, and another name, if both say one. */
const isAnother = (is: Named, { key, name, email }: MoveRow): boolean =>
  is.key === key &&
  isOther(is.email, email) &&
  (name === "" || is.name === null || isOther(is.name, name));
const isOther = (is: string | null, says: string): boolean =>
  is !== null && says !== "" && plainLower(is) !== plainLower(says);
const keyOfAnother = (is: Named, { key, name, email }: MoveRow): string =>
  `“${key}” is here as ${is.name ?? ""} (${is.email}), and the file says ${name || "another"} (${email}): give one of them another key`;

/** What a line or a row owes to whom. */
const saysOwed = ({
  partner,
  amount,
  currency,
}: Pick<Drip, "partner" | "amount" | "currency">): string =>
  `${amount === null ? "" : format({ amount, currency })} for ${partner}`;

/** What is owed on a coming day, as a drip of one part that falls due then: it can be stopped, and ends with its customer. */
const scheduled = (
  { settings }: Pick<Work, "settings">,
  opening: NewReward,
  key: Key,
): NewRecord<"drips"> => ({
  key,
  partner: opening.partner,
  customer: opening.customer ?? null,
  description: opening.description,
  currency: opening.currency,
  amount: opening.amount,
  mode: "per occurrence",
  rounding: settings.rounding,
  eventDate: opening.earnedOn,
  occurrences: 1,
  delayUnit: "days",
  cycleUnit: "days",
  why: opening.why,
});

/** The only one; undefined where there is none, or where several might be meant. */
const onlyOne = ([only, second]: readonly Key[]): Key | undefined =>
  second === undefined ? only : undefined;
