import { capped } from "../../kernel/capped";
import { keyField } from "../../kernel/fields";
import { groupBy } from "../../kernel/group-by";
import { input, listInput } from "../../kernel/input";
import { DomainError } from "../../kernel/problem";
import { plural, say } from "../../kernel/say";
import { whyNothing } from "../../sales/nothing-earned";
import { logAct } from "../shared/log-act";
import { useCase } from "../shared/use-case";

/** Bytes of each list in a reply. */
const LONGEST = 40_000;

/**
 * The sales that earned nothing and could: by customer without a partner, those dated before the program's start, and
 * those processed while no trigger for sales was active, each with the keys to process again (IMPORT-7).
 */
export const listNothingEarned = useCase({
  name: "list-nothing-earned",
  edits: "read only",
  inputs: {},
  reads: ["customers", "transactions", "activity"],
  decide: (work) => {
    const days = new Set(
      work
        .all("activity")
        .flatMap(({ data, when }) =>
          data?.kind === "run" && data.nothing && data.nothing.noTrigger > 0 ? [when.day] : [],
        ),
    );
    const byWhy = groupBy(work.all("transactions"), (sale) =>
      whyNothing(work, sale, (day) => !days.has(day)),
    );
    const early = byWhy.get("beforeStart") ?? [];
    const untriggered = byWhy.get("noTrigger") ?? [];
    const byCustomer = groupBy(byWhy.get("noPartner") ?? [], ({ customer }) => customer);
    const customers = [...byCustomer].sort(([, a], [, b]) => b.length - a.length);
    const shown = capped(customers, LONGEST, ([key, sales]) => ({
      key,
      name: work.get("customers", key)?.name ?? key,
      /** The partner that the customer has now: its sales wait to be processed again. */
      partner: work.get("customers", key)?.partner ?? "",
      sales: sales.map((sale) => sale.key),
    }));
    return {
      programStart: work.settings.programStart,
      customers: shown.rows,
      moreCustomers: shown.more,
      early: capped(early, LONGEST, ({ key }) => key).rows,
      earlySales: early.length,
      /** The day of the first of them. */
      since: early.map(({ date }) => date.day).sort()[0] ?? null,
      untriggered: capped(untriggered, LONGEST, ({ key }) => key).rows,
      untriggeredSales: untriggered.length,
    };
  },
});

/**
 * Gives customers that have no partner one. Those that have one keep it: moving a customer is another act. Throws
 * PARTNER_UNKNOWN.
 */
export const assignPartner = useCase({
  name: "assign-partner",
  edits: "leave",
  inputs: {
    customers: listInput("Customers", keyField, { required: true }),
    partner: input("Partner", keyField, { required: true }),
  },
  reads: ["partners", "customers", "activity"],
  decide: (work, { customers, partner }, env) => {
    if (!work.get("partners", partner)) throw new DomainError("PARTNER_UNKNOWN");
    const free = customers.filter((key) => work.get("customers", key)?.partner === null);
    for (const key of free) work.update("customers", key, { partner });
    if (free.length > 0) {
      const what = say`Assigned ${plural(free.length, "customer")} to a partner`;
      logAct(work, env, { what, records: free, to: partner });
    }
    return { assigned: free.length };
  },
});
