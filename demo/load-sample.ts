import { rm } from "node:fs/promises";
import { type Driver, openHost } from "../host";
import { addMonths, type Day, day, monthOf } from "../src/engine/day";
import { type Cell, isDateCell } from "../src/engine/fields";
import { createSample, sampleStart } from "../src/engine/sample";
import { answer, type Rpc } from "./rpc";
import { pasteRows } from "./sheet-rows";
import { progress, progressDone } from "./tell";

const dayOf = (cell: Cell | undefined): string =>
  cell !== undefined && isDateCell(cell) ? cell.day : "";

/** Opens the workbook on a day, does something there, and puts it away again. */
async function onDay(
  file: string,
  now: Day,
  work: (host: Driver, rpc: Rpc) => Promise<void>,
): Promise<void> {
  const host = await openHost({ file, now, timeZone: "UTC", user: "you@example.com" });
  await work(host, (name, input) => host.rpc(name, input) as never);
  await host.close();
}

/** So many months are lived through at once: a team that looks after its program every other month. */
const STEP = 2;

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
  for (let from = sampleStart(today); from <= today; from = addMonths(from, STEP)) {
    const next = addMonths(from, STEP);
    const isLast = next > today;
    const within = (date: string) => (date >= from && date < next) || (isLast && date === "");
    progress(`  … living through the sample program: ${monthOf(from)}`);
    // On the 9th the review of the month before is over, and what it made final can be paid.
    await onDay(file, isLast ? today : day(`${monthOf(next)}-09`), async (host, rpc) => {
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
      await answer(rpc("run", { kind: "by hand" }));
      if (!isLast) await payFinal(host, rpc);
    });
  }
  progressDone();
}

/** Pays what became final, as a team does each month. */
async function payFinal(host: Driver, rpc: Rpc): Promise<void> {
  for (const { Key, Status } of host.rows("Invoices")) {
    if (Status === "Final")
      await answer(rpc("pay-invoice", { invoice: String(Key), reference: "sample" }));
  }
}
