import type { Driver } from "../host";
import { addMonths, type Day, day, monthOf } from "../src/engine/day";
import { type Cell, isDateCell } from "../src/engine/fields";
import { createSample, sampleStart } from "../src/engine/sample";
import { answer, type Rpc } from "./rpc";
import { pasteRows } from "./sheet-rows";
import { progress, progressDone } from "./tell";

/** The first moment of the sample's life: the host's clock must begin here. */
export const sampleBegins = (today: Day): string => sampleStart(today);

const dayOf = (cell: Cell | undefined): string =>
  cell !== undefined && isDateCell(cell) ? cell.day : "";

/**
 * Lives the sample program through month by month, so that its rewards, drips, invoices and payouts are as a
 * team would have them today. Rows without a readable date come last.
 */
export async function loadSample(host: Driver, rpc: Rpc, today: Day): Promise<void> {
  const sample = createSample({ until: today });
  const customers = sample.customers ?? [];
  const sales = sample.transactions ?? [];
  await answer(rpc("set-up", {}));
  pasteRows(host, "partners", sample.partners ?? []);
  pasteRows(host, "triggers", sample.triggers ?? []);
  let from = sampleStart(today);
  for (;;) {
    const next = addMonths(from, 1);
    const within = (date: string) => date >= from && date < next;
    pasteRows(
      host,
      "customers",
      customers.filter(({ createdOn }) => within(dayOf(createdOn))),
    );
    pasteRows(
      host,
      "transactions",
      sales.filter(({ date }) => within(dayOf(date))),
    );
    if (next > today) break;
    progress(`  … living through the sample program: ${monthOf(from)}`);
    await host.clock.advanceTo(day(`${monthOf(next)}-02`));
    await answer(rpc("run", { kind: "by hand" }));
    await payFinal(host, rpc);
    from = next;
  }
  pasteRows(
    host,
    "transactions",
    sales.filter(({ date }) => dayOf(date) === ""),
  );
  await host.clock.advanceTo(today);
  await answer(rpc("run", { kind: "by hand" }));
  await answer(rpc("install-schedule", {}));
  progressDone();
}

/** Pays what became final, as a team does each month. */
async function payFinal(host: Driver, rpc: Rpc): Promise<void> {
  for (const { Key, Status } of host.rows("Invoices")) {
    if (Status === "Final")
      await answer(rpc("pay-invoice", { invoice: String(Key), reference: "sample" }));
  }
}
