import type { Driver } from "../../host";
import { openProgram } from "./support/program";

function select(host: Driver, tab: string, row: number): void {
  const sheetId = host.workbook.sheets.find(({ name }) => name === tab)?.id;
  const rect = { row, column: 3, rows: 1, columns: 1 };
  Object.assign(host.state.slot("spreadsheet.active", Object), { sheetId, rect });
}
const asked = async (host: Driver) =>
  ((await host.rpc("active-record", {})) as { readonly output: unknown }).output;

test("the record of the active cell's row is named by its key, as the text that it is", async () => {
  const host = await openProgram();
  const keys = host.rows("Partners").map(({ Key }) => Key);

  select(host, "Partners", keys.indexOf("00123") + 2);

  expect(await asked(host)).toEqual({ table: "partners", key: "00123" });
});

test("there is none on a header, on a row without a key, or on other tabs", async () => {
  const host = await openProgram();

  select(host, "Partners", 1);
  expect(await asked(host)).toBeNull();
  select(host, "Partners", 900);
  expect(await asked(host)).toBeNull();
  select(host, "Settings", 2);
  expect(await asked(host)).toBeNull();
});

test("reading it costs two cells however long the tab is, and waits for no run", async () => {
  const host = await openProgram();
  host.append(
    "Partners",
    Array.from({ length: 500 }, (_, n) => ({ Key: `p${n}` })),
  );
  select(host, "Partners", 400);
  host.state.slot("lock", () => new Map<string, object>()).set("script", { execution: -1 });

  expect(await asked(host)).toMatchObject({ table: "partners" });
  expect(host.usage().last).toMatchObject({ cellsRead: 2, cellsWritten: 0 });
});

test("the keys are found where the team has moved them to another column", async () => {
  const host = await openProgram();
  const [first] = host.rows("Partners");
  host.act(() => {
    const sheet = host.workbook.sheets.find(({ name }) => name === "Partners");
    for (const row of sheet?.rows ?? []) row?.cells.splice(1, 0, ...row.cells.splice(0, 1));
  });
  select(host, "Partners", 2);

  expect(await asked(host)).toEqual({ table: "partners", key: first?.Key });
});
