import { changesSince, tablesJudged } from "../judging/judged-as";
import { isOrWasRefund } from "../sales/refund-row";
import { finding, type HealthCheck } from "./health-check";

/** Rows whose facts changed since they were judged: nothing is priced again by itself (JUDGE-20). */
export const changedRows: HealthCheck = {
  label: "Rows changed since they were processed",
  find: (work) =>
    tablesJudged.flatMap((table) =>
      work.all(table).flatMap((record) => {
        const [first, ...more] = changesSince(work, table, record);
        if (!first) return [];
        const rest = more.length > 0 ? `, and ${more.length} more` : "";
        const message = `It was processed with ${first.column} “${first.was}”, and now says “${first.now}”${rest}. ${"refundOf" in record && isOrWasRefund(record) ? "It counts as before, until you accept it as it is" : "Process it again, or accept it as it is"}.`;
        return [finding(table, record.key, "key", message)];
      }),
    ),
};
