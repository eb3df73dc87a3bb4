import { openProgram, sheetsOf } from "./support/program";

/** Google refuses to delete the last row that is not frozen: undoing the run that made all of a tab's rows must not stop there. */
test("a run that filled its tabs to the last row is undone, and made again (REFUSAL-1)", async () => {
  const host = await openProgram();
  const rows = (tab: string) => host.rows(tab).filter(({ Key }) => Key !== "");
  await host.rpc("run", { kind: "by hand" });
  const made = JSON.stringify(["Rewards", "Drips"].map(rows));
  for (const sheet of host.workbook.sheets) {
    if (["Rewards", "Drips"].includes(sheet.name)) sheet.maxRows = rows(sheet.name).length + 1;
  }
  host.workbook.version++;

  expect(await host.rpc("undo-run", { confirmed: "yes" })).toMatchObject({ ok: true });
  expect([rows("Rewards"), rows("Drips")]).toEqual([[], []]);
  expect(sheetsOf(host).Transactions?.every(({ Judged }) => Judged === "")).toBe(true);

  host.type("Settings", { Key: "paused" }, "Value", "no");
  expect(await host.rpc("run", { kind: "by hand" })).toMatchObject({ ok: true });
  expect(JSON.stringify(["Rewards", "Drips"].map(rows))).toBe(made);
});
