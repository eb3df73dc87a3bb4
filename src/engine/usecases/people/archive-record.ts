import { endDrip, endPause, mayWait } from "../../drips/end-drip";
import { isOver } from "../../drips/parts";
import { previewEnd } from "../../drips/preview-end";
import { deriveDrip } from "../../drips/progress";
import { capped } from "../../kernel/capped";
import type { Day } from "../../kernel/day";
import type { Env } from "../../kernel/env";
import { dayField, yesNoField } from "../../kernel/fields";
import { groupBy, sumOf } from "../../kernel/group-by";
import { input } from "../../kernel/input";
import type { Key } from "../../kernel/keys";
import { toDecimal } from "../../kernel/money";
import { refuseInput } from "../../kernel/refuse-input";
import { plural, say } from "../../kernel/say";
import type { Work } from "../../program/work";
import type { Drip } from "../../tables";
import { catchUp } from "../../timeline/advance";
import type { DripTables } from "../../timeline/life";
import { chosen } from "../shared/chosen";
import { logAct } from "../shared/log-act";
import { customerName, partnerName } from "../shared/names";
import { useCase } from "../shared/use-case";
import {
  type ArchivableTable,
  archivingReads,
  recordInputs,
  recordName,
  recordNouns,
} from "./archivable";
import { printEnds } from "./ended-drips";

/**
 * Archives a partner, a customer or a transaction, and ends its drips on that day; with `confirmed` no, only says what
 * would end (SHEET-36, DRIP-25). Rewards already made stand; what fell due up to the day is caught up first. A record
 * that is archived already stays as it is. Throws PARTNER_UNKNOWN, CUSTOMER_UNKNOWN or TRANSACTION_UNKNOWN.
 */
export const archiveRecord = useCase({
  name: "archive-record",
  edits: "leave",
  inputs: {
    ...recordInputs,
    on: input("Archived on", dayField, {
      hint: "Blank means today. A past day is allowed.",
    }),
    confirmed: input("Confirmed", yesNoField),
  },
  reads: archivingReads,
  decide: (work, { table, key, on: asked, confirmed }, env) => {
    const record = chosen(work, table, key);
    if (asked !== null && asked > env.today) refuseInput("on", "The day can't be after today.");
    const isArchived = record.status === "archived";
    const on = (isArchived ? record.archivedOn : asked) ?? env.today;
    const ending = isArchived ? [] : endingDrips(work, table, key, on);
    const preview = {
      table,
      key,
      name: recordName(record),
      on,
      ...lossOf(work, ending, on, env.today),
    };
    if (confirmed !== true || isArchived) {
      return { ...preview, archived: isArchived, takeBack: null as string | null };
    }
    const waiting = work
      .where("drips", recordNouns[table], key)
      .filter((drip) => mayWait(drip, on));
    const takeBack = printEnds(ending, waiting);
    work.update(table, key, { status: "archived", archivedOn: on });
    for (const drip of [...ending, ...waiting]) end(work, drip, table, on, env);
    const ended = ending.length > 0 ? say`, ${plural(ending.length, "drip")} ended` : "";
    logAct(work, env, {
      what: `Archived a ${recordNouns[table]}`,
      name: recordName(record),
      records: [key],
      from: "active",
      to: say`archived on ${{ day: on }}${ended}`,
    });
    /** What `unarchive-record` takes to undo this at once; null where it is too much. */
    return { ...preview, archived: true, takeBack };
  },
});

/** The drips of the record that have something left to make after that day. */
const endingDrips = (work: Work<DripTables>, table: ArchivableTable, key: Key, on: Day) =>
  work
    .where("drips", recordNouns[table], key)
    .filter((drip) => !isOver(drip) && (drip.endsOn === null || drip.endsOn > on));

function end(work: Work<DripTables>, drip: Drip, table: ArchivableTable, on: Day, env: Env): void {
  endDrip(work, drip, { on, reason: { cause: "archived", table }, by: env.user });
  endPause(work, drip.key, env.today);
  catchUp(work, drip.key, env.today, env);
  deriveDrip(work, drip.key);
}

function lossOf(work: Work<DripTables>, drips: readonly Drip[], on: Day, today: Day) {
  const previews = drips.map((drip) => ({ drip, lost: previewEnd(work, drip, on, today).lost }));
  const byCurrency = groupBy(previews, ({ drip }) => drip.currency);
  return {
    drips: capped(previews, 20_000, ({ drip, lost }) => ({
      drip: drip.key,
      partnerName: partnerName(work, drip.partner),
      customerName: customerName(work, drip.customer),
      description: drip.description ?? "",
      currency: drip.currency,
      lost: { ...lost, amount: toDecimal({ amount: lost.amount, currency: drip.currency }) },
    })),
    /** What is never made, by currency. */
    lost: [...byCurrency].sort().map(([currency, group]) => ({
      currency,
      count: sumOf(group, ({ lost }) => lost.count),
      amount: toDecimal({ amount: sumOf(group, ({ lost }) => lost.amount), currency }),
    })),
  };
}
