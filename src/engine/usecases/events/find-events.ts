import { tableOfEvent } from "../../judging/events";
import { cellWords } from "../../kernel/cell-words";
import { clip } from "../../kernel/cells";
import { wordField } from "../../kernel/fields";
import { input } from "../../kernel/input";
import { brief, type Sentence } from "../../kernel/message";
import { down, ownKey } from "../../kernel/order";
import { listed, say } from "../../kernel/say";
import { type EventKind, eventKinds } from "../../kernel/vocabulary";
import type { Work } from "../../program/work";
import { currencyOf, isRefund } from "../../sales/refund-row";
import type { Action, Customer, Partner, Transaction } from "../../tables";
import { markerOf } from "../../tables/packed/marker";
import { dayTexts } from "../shared/every-word";
import { list } from "../shared/list";
import { customerName, partnerName } from "../shared/names";

/** The rows that are events of a kind, searched by key, names and what they say, the newest first (TRIG-3). */
export const findEvents = list({
  name: "find-events",
  reads: ["partners", "customers", "transactions", "actions"],
  filters: { event: input("Event", wordField(eventKinds), { required: true }) },
  rows: (work, { event }) => linesOf(work, event),
  texts: (_, { key, on, name, about }, { entry }) => [
    key,
    ...dayTexts(on, entry),
    name,
    cellWords(about),
  ],
  order: (_) => [down(({ on }) => on ?? ""), down(ownKey)],
  show:
    () =>
    ({ name, about, ...line }) => ({
      ...line,
      name: clip(name),
      about: brief(about, 200),
    }),
});

type Tables = "partners" | "customers" | "transactions" | "actions";
type AnyEvent = Transaction | Customer | Action | Partner;

function linesOf(work: Work<Tables>, event: EventKind) {
  const line = (row: AnyEvent, name: string, ...about: readonly (Sentence | null)[]) => ({
    key: row.key,
    /** Null for a partner whose day of joining is blank. */
    on: dayOf(row),
    /** Whose it is: the customer, or the partner. */
    name,
    /** What tells it from others, such as its amount. */
    about: say`${listed(
      about.filter((each) => each !== null),
      " · ",
    )}`,
    isJudged: markerOf(row) !== undefined,
  });
  switch (tableOfEvent[event]) {
    case "transactions":
      return work
        .all("transactions")
        .filter((sale) => !isRefund(sale))
        .map((sale) => {
          const sum = say`${{ amount: sale.amount, currency: currencyOf(work, sale) }}`;
          return line(sale, customerName(work, sale.customer), sum, sale.product);
        });
    case "customers":
      return work
        .all("customers")
        .map((each) =>
          line(each, each.name ?? each.key, each.email, partnerName(work, each.partner)),
        );
    case "actions":
      return work.all("actions").map((each) => {
        const { customer, partner, kind, count } = each;
        const who = customer === null ? partnerName(work, partner) : customerName(work, customer);
        return line(each, who, kind, count > 1 ? `${count} times` : null);
      });
    case "partners":
      return work.all("partners").map((each) => line(each, each.name, each.group, each.email));
    default:
      return tableOfEvent[event] satisfies never;
  }
}

const dayOf = (row: AnyEvent) =>
  "date" in row ? row.date.day : "createdOn" in row ? row.createdOn.day : row.joinedOn;
