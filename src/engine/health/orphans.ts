import { orphaned, orphanedBy } from "../drips/release";
import { isOpen } from "../invoices/pay";
import { quoted } from "../kernel/cells";
import type { Key } from "../kernel/keys";
import type { Work } from "../program/work";
import { foundMarker, markerOf } from "../tables/packed/marker";
import { type Finding, finding, type HealthCheck } from "./health-check";

/** Rows that name a partner or customer whose row is gone. What is owed to them is neither paid nor lost (DRIP-36). */
export const orphans: HealthCheck = {
  label: "Rows whose partner or customer is missing",
  marks: true,
  find: (work) => [
    ...customers(work),
    ...sales(work),
    ...work.all("rewards").flatMap(({ key, partner, status }) => {
      if (status === "declined" || status === "paid" || work.has("partners", partner)) return [];
      return [gonePartner("rewards", key, partner, "what is owed is waiting")];
    }),
    ...work.where("drips", "status", "Created").flatMap((drip) => {
      const gone = orphanedBy(work, drip);
      if (!gone) return [];
      const repairs = gone === "partner" ? (["add again"] as const) : [];
      return [finding("drips", drip.key, gone, orphaned(drip, gone), repairs)];
    }),
    ...work.all("payouts").flatMap((payout) => {
      if (!isOpen(payout) || work.has("partners", payout.partner)) return [];
      const message = `There is no partner ${quoted(payout.partner)}. Restore its row from the version history. The payout stays and is still owed.`;
      return [finding("payouts", payout.key, "partner", message, ["add again"])];
    }),
  ],
  repairs: {
    "add again": {
      label: "Add the partner again",
      act: (work, finding, env) => {
        const key = partnerOf(work, finding);
        if (key === undefined || work.has("partners", key)) return "";
        // Marked as judged: who comes back did not join.
        work.insert("partners", { key, name: key, judged: foundMarker(key, env.today) });
        return `Added partner ${key} again; add the name and e-mail to the row`;
      },
    },
  },
};

function customers(work: Work): readonly Finding[] {
  return work.all("customers").flatMap(({ key, partner, judged }) => {
    if (partner === null || !markerOf({ key, judged }) || work.has("partners", partner)) return [];
    return [gonePartner("customers", key, partner, "later sales of this customer earn nothing")];
  });
}

function sales(work: Work): readonly Finding[] {
  return (["transactions", "actions"] as const).flatMap((table) =>
    work.all(table).flatMap(({ key, customer, judged }) => {
      if (customer === null || !markerOf({ key, judged }) || work.has("customers", customer))
        return [];
      const message = `There is no customer “${customer}” any more. Restore that row, or correct the key.`;
      return [finding(table, key, "customer", message)];
    }),
  );
}

function gonePartner(
  table: "customers" | "rewards",
  key: Key,
  partner: Key,
  meanwhile: string,
): Finding {
  const message = `There is no partner “${partner}” any more; ${meanwhile}. Restore that row, or correct the key.`;
  return finding(table, key, "partner", message, ["add again"]);
}

function partnerOf(work: Work, { table, key }: Finding): Key | undefined {
  switch (table) {
    case "customers":
    case "rewards":
    case "drips":
    case "payouts":
      return work.get(table, key)?.partner ?? undefined;
    default:
      return undefined;
  }
}
