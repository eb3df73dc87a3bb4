import { tableOfEvent } from "../../judging/events";
import { clip } from "../../kernel/cells";
import type { Day } from "../../kernel/day";
import { textField, wordField } from "../../kernel/fields";
import { input } from "../../kernel/input";
import { format } from "../../kernel/money";
import { type EventKind, eventKinds } from "../../kernel/vocabulary";
import type { Work } from "../../program/work";
import { currencyOf, isRefund } from "../../sales/refund-row";
import type { Partner } from "../../tables";
import { markerOf } from "../../tables/packed/marker";
import { everyWord } from "../shared/find-by-text";
import { type Page, pageInputs, pageOf } from "../shared/paging";
import { useCase } from "../shared/use-case";

/** A row that is an event, as it is picked. */
export interface EventLine {
  readonly key: string;
  /** Null for a partner whose day of joining is blank. */
  readonly on: Day | null;
  /** Whose it is: the customer, or the partner. */
  readonly name: string;
  /** What tells it from others, such as its amount. */
  readonly about: string;
  readonly isJudged: boolean;
}

/** The rows that are events of a kind, searched by key, names and what they say, the newest first (TRIG-3). */
export const findEvents = useCase({
  name: "find-events",
  edits: "read only",
  inputs: {
    event: input("Event", wordField(eventKinds), { required: true }),
    search: input("Search", textField),
    ...pageInputs,
  },
  reads: ["settings", "partners", "customers", "transactions", "actions"],
  decide: (work, { event, search, ...asked }): Page<EventLine> => {
    const says = everyWord(search);
    const found = linesOf(work, event).filter(({ key, on, name, about }) =>
      says(() => [key, on, name, about]),
    );
    return pageOf(found.sort(newestFirst), asked, ({ name, about, ...line }) => ({
      ...line,
      name: clip(name),
      about: clip(about, 200),
    }));
  },
});

function newestFirst(a: EventLine, b: EventLine): number {
  const [x, y] = [a.on ?? "", b.on ?? ""];
  return x === y ? (a.key < b.key ? 1 : -1) : x < y ? 1 : -1;
}

type Tables = "partners" | "customers" | "transactions" | "actions";

function linesOf(work: Work<Tables>, event: EventKind): EventLine[] {
  const customerName = (key: string | null) => work.get("customers", key)?.name ?? key ?? "";
  const partnerName = (key: string | null) => work.get("partners", key)?.name ?? key ?? "";
  const line = (
    row: Pick<Partner, "key" | "judged">,
    on: Day | null,
    name: string,
    ...about: readonly (string | null)[]
  ): EventLine => ({
    key: row.key,
    on,
    name,
    about: about.filter(Boolean).join(" · "),
    isJudged: markerOf(row) !== undefined,
  });
  switch (tableOfEvent[event]) {
    case "transactions":
      return work
        .all("transactions")
        .filter((sale) => !isRefund(sale))
        .map((sale) => {
          const sum = format({ amount: sale.amount, currency: currencyOf(work, sale) });
          return line(sale, sale.date.day, customerName(sale.customer), sum, sale.product);
        });
    case "customers":
      return work
        .all("customers")
        .map((each) =>
          line(
            each,
            each.createdOn.day,
            each.name ?? each.key,
            each.email,
            partnerName(each.partner),
          ),
        );
    case "actions":
      return work.all("actions").map((each) => {
        const who =
          each.customer === null ? partnerName(each.partner) : customerName(each.customer);
        return line(
          each,
          each.date.day,
          who,
          each.kind,
          each.count > 1 ? `${each.count} times` : null,
        );
      });
    case "partners":
      return work
        .all("partners")
        .map((each) => line(each, each.joinedOn, each.name, each.group, each.email));
    default:
      return tableOfEvent[event] satisfies never;
  }
}
