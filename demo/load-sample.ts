import { rm } from "node:fs/promises";
import { type Driver, openHost } from "../host";
import { createSample, sampleStart } from "../src/engine/intake/sample";
import { addDays, type Day, monthOf } from "../src/engine/kernel/day";
import { type Cell, isDateCell } from "../src/engine/kernel/fields";
import { answer, type Rpc } from "./rpc";
import { pasteRows } from "./sheet-rows";
import { progress, progressDone } from "./tell";
import { visitsUntil } from "./visits";

const dayOf = (cell: Cell | undefined): string =>
  cell !== undefined && isDateCell(cell) ? cell.day : "";

/** Opens the workbook on a day, does something there, and puts it away again. */
async function onDay(
  file: string,
  now: Day,
  work: (host: Driver, rpc: Rpc) => Promise<void>,
): Promise<void> {
  const host = await openHost({
    keepsProgram: true,
    file,
    now,
    timeZone: "UTC",
    user: "you@example.com",
  });
  await work(host, (name, input) => host.rpc(name, input) as never);
  await host.close();
}

/**
 * Lives the sample program through in steps, so that its rewards, drips, invoices and payouts are as a
 * team would have them today. Rows without a readable date come last. A file left half made is taken away.
 */
export async function loadSample(file: string, today: Day): Promise<void> {
  try {
    await live(file, today);
  } catch (thrown) {
    await rm(file, { force: true });
    throw thrown;
  }
}

async function live(file: string, today: Day): Promise<void> {
  const sample = createSample({ until: today });
  const customers = sample.customers ?? [];
  const sales = sample.transactions ?? [];
  await onDay(file, sampleStart(today), async (host, rpc) => {
    await answer(rpc("set-up", {}));
    host.deleteSheet("Sheet1");
    host.type("Settings", { Key: "late event after days" }, "Value", "90");
    pasteRows(host, "partners", sample.partners ?? []);
    pasteRows(host, "triggers", sample.triggers ?? []);
  });
  let before = "";
  for (const visit of visitsUntil(today)) {
    const isLast = visit === today;
    const isNew = (date: string) => (date > before && date <= visit) || (isLast && date > visit);
    const isUndated = (date: string) => isLast && date === "";
    const comes = (cell: Cell | undefined) => isNew(dayOf(cell)) || isUndated(dayOf(cell));
    // In the night before the last visit the schedule runs by itself, as it does every night.
    if (isLast) {
      const morning = new Date(`${today}T10:00:00Z`);
      await onDay(
        file,
        addDays(today, -1),
        async (host) => void (await host.clock.advanceTo(morning)),
      );
    }
    progress(`  … living through the sample program: ${monthOf(visit)}`);
    await onDay(file, visit, async (host, rpc) => {
      pasteRows(
        host,
        "customers",
        customers.filter(({ createdOn }) => comes(createdOn)),
      );
      pasteRows(
        host,
        "transactions",
        sales.filter(({ date }) => comes(date)),
      );
      await answer(rpc("run", { kind: "by hand" }));
      if (!isLast) await payFinal(host, rpc);
    });
    before = visit;
  }
  progressDone();
}

/** Pays what became final, as a team does each month. */
async function payFinal(host: Driver, rpc: Rpc): Promise<void> {
  for (const { Key, Status } of host.rows("Invoices")) {
    if (Status === "Final")
      await answer(
        rpc("pay-invoice", { invoice: String(Key), neverSent: true, reference: "sample" }),
      );
  }
}
