import { isComing } from "../../drips/end-drip";
import { archiveReasons } from "../../drips/end-drips";
import { keyField, yesNoField } from "../../kernel/fields";
import { input } from "../../kernel/input";
import { chosen } from "../shared/chosen";
import { logAct } from "../shared/log-act";
import { useCase } from "../shared/use-case";
import { archivableField, recordName, recordNouns } from "./archivable";

/**
 * Makes an archived partner, customer or transaction active again; with `confirmed` no, only says what does not come
 * back. Nothing revives: its drips stay ended, and what was judged meanwhile is not judged anew (JUDGE-9, DRIP-27).
 * Throws PARTNER_UNKNOWN, CUSTOMER_UNKNOWN or TRANSACTION_UNKNOWN.
 */
export const unarchiveRecord = useCase({
  name: "unarchive-record",
  edits: "leave",
  inputs: {
    table: input("Table", archivableField, { required: true }),
    key: input("Key", keyField, { required: true }),
    confirmed: input("Confirmed", yesNoField),
  },
  reads: ["settings", "partners", "customers", "transactions", "drips", "activity"],
  decide: (work, { table, key, confirmed }, env) => {
    const record = chosen(work, table, key);
    const endedDrips = work
      .where("drips", recordNouns[table], key)
      .filter((drip) => drip.endReason === archiveReasons[table] && !isComing(drip)).length;
    const preview = { table, key, name: recordName(record), endedDrips };
    if (record.status === "active") return { ...preview, unarchived: true };
    if (confirmed !== true) return { ...preview, unarchived: false };
    work.update(table, key, { status: "active", archivedOn: null });
    const from = `archived on ${record.archivedOn ?? env.today}`;
    logAct(work, env, {
      what: `Brought a ${recordNouns[table]} back`,
      records: [key],
      from,
      to: "active",
    });
    return { ...preview, unarchived: true };
  },
});
