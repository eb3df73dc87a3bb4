import type { Day } from "../kernel/day";
import type { Customer, Partner, Transaction } from "../tables";
import { markerOf } from "../tables/packed/marker";
import type { Taking, TypedOver } from "./typed-over";

type Archivable = Partner | Customer | Transaction;

/**
 * *Archived on* is the run's own day where it was left blank beside *archived*, and blank where it is past beside
 * *active*, so that archiving again later does not take the old day (SHEET-36).
 */
function countedStatus({ status, archivedOn }: Archivable, today: Day) {
  if (status === "archived" && archivedOn === null)
    return { status: "active", archivedOn } as const;
  const isPast = status === "active" && archivedOn !== null && archivedOn < today;
  return isPast ? ({ status: "archived", archivedOn } as const) : {};
}

const archiving = <N extends "partners" | "customers" | "transactions">(table: N) => ({
  status: {
    take: ({ work, typed: { key, status }, today }: Taking<N>) => {
      const archivedOn = status === "archived" ? today : null;
      work.update(table as never, key as never, { status, archivedOn } as never);
      return undefined;
    },
  },
  archivedOn: {},
});

/** Who was archived or brought back, and a partner's group (EDIT-5). */
export const partnersTyped: TypedOver<"partners", "status" | "archivedOn" | "group"> = {
  table: "partners",
  counted: (_, partner, { today, isFirstPart }) => {
    const { key, judged, groupJudged } = partner;
    // Only a person types another group than the one last judged. An early part of a run has told of it already.
    const isKnown = isFirstPart && markerOf({ key, judged });
    return { ...countedStatus(partner, today), ...(isKnown ? { group: groupJudged } : {}) };
  },
  columns: { ...archiving("partners"), group: {} },
};
export const customersTyped: TypedOver<"customers", "status" | "archivedOn"> = {
  table: "customers",
  counted: (_, customer, { today }) => countedStatus(customer, today),
  columns: archiving("customers"),
};
export const transactionsTyped: TypedOver<"transactions", "status" | "archivedOn"> = {
  table: "transactions",
  counted: (_, transaction, { today }) => countedStatus(transaction, today),
  columns: archiving("transactions"),
};
