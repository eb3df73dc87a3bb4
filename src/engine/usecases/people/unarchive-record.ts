import { dueDate } from "../../drips/occurrences";
import { capped } from "../../kernel/capped";
import { longTextField, yesNoField } from "../../kernel/fields";
import { sumOf } from "../../kernel/group-by";
import { input } from "../../kernel/input";
import { plural, say } from "../../kernel/say";
import { chosen } from "../shared/chosen";
import { logAct } from "../shared/log-act";
import { showMoney } from "../shared/show-money";
import { useCase } from "../shared/use-case";
import { archivingReads, recordInputs, recordName, recordNouns } from "./archivable";
import { continuableDrips, continueDrips, endedBy, restoreEnds } from "./ended-drips";

/**
 * Makes an archived partner, customer or transaction active again; with `confirmed` no, only says what does not come
 * back, and which drips could go on. Nothing revives by itself: what was judged meanwhile is not judged again (JUDGE-9),
 * and its drips stay ended (DRIP-27) unless they are continued, as new ones (DRIP-33). `takeBack` undoes an archiving.
 * Throws PARTNER_UNKNOWN, CUSTOMER_UNKNOWN or TRANSACTION_UNKNOWN.
 */
export const unarchiveRecord = useCase({
  name: "unarchive-record",
  edits: "leave",
  inputs: {
    ...recordInputs,
    confirmed: input("Confirmed", yesNoField),
    continueDrips: input("Continue the drips that ended", yesNoField),
    takeBack: input("What the archiving ended", longTextField, { longest: 30_000 }),
  },
  reads: archivingReads,
  decide: (work, { table, key, confirmed, continueDrips: goesOn, takeBack }, env) => {
    const record = chosen(work, table, key);
    const isArchived = record.status === "archived";
    const continuable = isArchived ? continuableDrips(work, table, key, env.today) : [];
    const preview = {
      table,
      key,
      name: recordName(record),
      endedDrips: endedBy(work, table, key).length,
      /** Those that could go on as new ones, with what these would make. */
      continuable: capped(continuable, 20_000, ({ drip, next, parts }) => ({
        drip: drip.key,
        description: drip.description ?? "",
        count: parts.length,
        amount: showMoney({ amount: sumOf(parts), currency: drip.currency }),
        from: dueDate(next, parts[0]?.k ?? next.after + 1),
        to: dueDate(next, parts[parts.length - 1]?.k ?? next.occurrences),
      })),
    };
    if (record.status === "active") return { ...preview, unarchived: true };
    if (confirmed !== true) return { ...preview, unarchived: false };
    work.update(table, key, { status: "active", archivedOn: null });
    if (takeBack !== null) restoreEnds(work, takeBack, { table, on: record.archivedOn }, env);
    else if (goesOn) continueDrips(work, continuable, env);
    const from = say`archived on ${{ day: record.archivedOn ?? env.today }}`;
    logAct(work, env, {
      what:
        takeBack === null
          ? `Brought a ${recordNouns[table]} back`
          : `Took back the archiving of a ${recordNouns[table]}`,
      name: recordName(record),
      records: [key],
      from,
      to: goesOn ? say`active, ${plural(continuable.length, "drip")} continued` : "active",
    });
    return { ...preview, unarchived: true };
  },
});
