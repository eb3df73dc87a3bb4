import { endDrip, endPause } from "../../drips/end-drip";
import { archiveReasons } from "../../drips/end-drips";
import { isOver } from "../../drips/parts";
import { previewEnd } from "../../drips/preview-end";
import { deriveDrip } from "../../drips/progress";
import { type Capped, capped } from "../../kernel/capped";
import type { Day } from "../../kernel/day";
import type { Env } from "../../kernel/env";
import { dayField, keyField, yesNoField } from "../../kernel/fields";
import { input } from "../../kernel/input";
import type { Key } from "../../kernel/keys";
import { type Currency, toDecimal } from "../../kernel/money";
import { refuseInput } from "../../kernel/refuse-input";
import type { Work } from "../../program/work";
import { keptOfDrip } from "../../sales/kept";
import type { Drip } from "../../tables";
import { catchUp } from "../../timeline/catch-up";
import { logAct } from "../shared/log-act";
import { useCase } from "../shared/use-case";
import {
  type ArchivableTable,
  archivableField,
  archivableRecord,
  recordName,
  recordNouns,
} from "./archivable";

/** A drip that ends with the record; amounts are decimal text in its currency. */
export interface EndingDrip {
  readonly drip: Key;
  readonly partnerName: string;
  readonly customerName: string;
  readonly description: string;
  readonly currency: string;
  readonly lost: {
    readonly count: number;
    readonly amount: string;
    readonly from: Day | null;
    readonly to: Day | null;
  };
}
export interface ArchiveRecordOutput {
  readonly table: ArchivableTable;
  readonly key: Key;
  readonly name: string;
  readonly on: Day;
  readonly drips: Capped<EndingDrip>;
  /** What is never made, by currency. */
  readonly lost: readonly {
    readonly currency: string;
    readonly count: number;
    readonly amount: string;
  }[];
  /** False for a preview: nothing was changed. */
  readonly archived: boolean;
}
type Tables = ArchivableTable | "drips" | "rewards" | "invoices";

/**
 * Archives a partner, a customer or a transaction, and ends its drips on that day; with `confirmed` no, only says what
 * would end (SHEET-36, DRIP-25). Rewards already made stand; what fell due up to the day is caught up first. A record
 * that is archived already stays as it is. Throws PARTNER_UNKNOWN, CUSTOMER_UNKNOWN or TRANSACTION_UNKNOWN.
 */
export const archiveRecord = useCase({
  name: "archive-record",
  edits: "leave",
  inputs: {
    table: input("Table", archivableField, { required: true }),
    key: input("Key", keyField, { required: true }),
    on: input("Archived on", dayField, {
      hint: "Blank means today. A day already passed may be given.",
    }),
    confirmed: input("Confirmed", yesNoField),
  },
  reads: [
    "settings",
    "partners",
    "customers",
    "transactions",
    "drips",
    "rewards",
    "invoices",
    "activity",
  ],
  decide: (work, { table, key, on: asked, confirmed }, env): ArchiveRecordOutput => {
    const record = archivableRecord(work, table, key);
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
    if (confirmed !== true || isArchived) return { ...preview, archived: isArchived };
    work.update(table, key, { status: "archived", archivedOn: on });
    for (const drip of ending) end(work, drip, table, on, env);
    const ended = `${ending.length} ${ending.length === 1 ? "drip" : "drips"} ended`;
    logAct(work, env, {
      what: `Archived a ${recordNouns[table]}`,
      record: key,
      from: "active",
      to: `archived on ${on}${ending.length > 0 ? `, ${ended}` : ""}`,
    });
    return { ...preview, archived: true };
  },
});

/** The drips of the record that have something left to make after that day. */
function endingDrips(
  work: Work<Tables>,
  table: ArchivableTable,
  key: Key,
  on: Day,
): readonly Drip[] {
  return work
    .where("drips", recordNouns[table], key)
    .filter((drip) => !isOver(drip) && (drip.endsOn === null || drip.endsOn > on));
}

function end(work: Work<Tables>, drip: Drip, table: ArchivableTable, on: Day, env: Env): void {
  endDrip(work, drip, { on, reason: archiveReasons[table], by: env.user });
  endPause(work, work.get("drips", drip.key) ?? drip, env.today);
  catchUp(work, drip.key, env.today, env);
  deriveDrip(work, work.get("drips", drip.key) as Drip, keptOfDrip(work, drip));
}

function lossOf(
  work: Work<Tables>,
  drips: readonly Drip[],
  on: Day,
  today: Day,
): Pick<ArchiveRecordOutput, "drips" | "lost"> {
  const previews = drips.map((drip) => ({ drip, lost: previewEnd(work, drip, on, today).lost }));
  const sums = new Map<Currency, { count: number; amount: number }>();
  for (const { drip, lost } of previews) {
    const sum = sums.get(drip.currency) ?? { count: 0, amount: 0 };
    sums.set(drip.currency, { count: sum.count + lost.count, amount: sum.amount + lost.amount });
  }
  return {
    drips: capped(previews, 20_000, ({ drip, lost }) => ({
      drip: drip.key,
      partnerName: work.get("partners", drip.partner)?.name ?? drip.partner,
      customerName: work.get("customers", drip.customer)?.name ?? drip.customer ?? "",
      description: drip.description ?? "",
      currency: drip.currency,
      lost: { ...lost, amount: toDecimal({ amount: lost.amount, currency: drip.currency }) },
    })),
    lost: [...sums].sort().map(([currency, { count, amount }]) => ({
      currency,
      count,
      amount: toDecimal({ amount, currency }),
    })),
  };
}
