import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openCode } from "../../support/host";

const folder = mkdtempSync(join(tmpdir(), "missed-"));
afterAll(() => rmSync(folder, { recursive: true }));

const code = `
function install() {
  ScriptApp.newTrigger("tick").timeBased().everyDays(1).atHour(5).create();
}
function tick() {}
`;

test("runs that came due while the workbook was closed are skipped, and the schedule goes on", async () => {
  const file = join(folder, "program.json");
  const before = await openCode(code, { file, now: "2026-01-10" });
  await before.call("install");
  await before.close();

  const after = await openCode(code, { file, now: "2026-06-10" });
  const fired = await after.clock.advanceTo("2026-06-12");

  expect(fired.map(({ startedAt }) => new Date(startedAt).toISOString().slice(0, 10))).toEqual([
    "2026-06-11",
    "2026-06-12",
  ]);
});
