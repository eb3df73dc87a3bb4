import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Driver, openHost } from "../../host";

interface Row {
  readonly cells?: readonly unknown[];
}
interface Sheet {
  readonly name: string;
  rows: Row[];
  maxRows: number;
}
const COPIES = ["1", "2", "3", "4", "5", "6", "7", "8", "9"];
/** The tabs of which there are ten times as many rows; invoices are as many, and come to ten times as much. */
const TABS = ["Partners", "Customers", "Transactions", "Rewards", "Drips", "Payouts"];
/** The number in a key or an e-mail, wherever it stands: also in packed cells and in keys that are made of others. */
const NUMBER = /(?<![a-z])(ptn_|cus_|trx_|customer)(\d+)/g;

/**
 * A year's program ten times over, in memory: each row nine times more, under keys of its own that fit each other, beside the row
 * it is like. Living so many sales takes hours, and what calls read and write depends on the rows alone.
 */
export async function tenfold(year: Driver, now: string): Promise<Driver> {
  const folder = await mkdtemp(join(tmpdir(), "tenfold-"));
  const file = join(folder, "year.json");
  try {
    await year.save(file);
    const book = JSON.parse(await readFile(file, "utf8")) as { readonly sheets: readonly Sheet[] };
    for (const sheet of book.sheets) multiply(sheet);
    await writeFile(file, JSON.stringify(book));
    const host = await openHost({ file, timeZone: "UTC", user: "bench@example.com", now });
    return host.fork();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function multiply(sheet: Sheet): void {
  const [head, ...rows] = sheet.rows.filter(isFilled);
  if (!head) return;
  if (TABS.includes(sheet.name)) {
    const all = rows.flatMap((row) => [row, ...COPIES.map((copy) => renamed(row, copy))]);
    sheet.rows = [head, ...all];
    sheet.maxRows = sheet.rows.length;
  }
  if (sheet.name !== "Invoices") return;
  const sums = ["Total", "Lines"].map((header) => head.cells?.indexOf(header));
  const tenTimes = (cell: unknown, at: number) =>
    sums.includes(at) ? Math.round(Number(cell) * 1_000) / 100 : cell;
  sheet.rows = [head, ...rows.map((row) => ({ ...row, cells: row.cells?.map(tenTimes) ?? [] }))];
}

const isFilled = ({ cells = [] }: Row): boolean =>
  cells.some((cell) => cell !== "" && cell !== null);

const renamed = (row: Row, copy: string): Row =>
  JSON.parse(
    JSON.stringify(row).replace(
      NUMBER,
      (_, what: string, number: string) => `${what}${copy}${number.padStart(5, "0")}`,
    ),
  );
