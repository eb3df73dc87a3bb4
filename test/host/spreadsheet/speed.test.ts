import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { withProgram } from "../../support/host";

const program = `
const sheet = () => SpreadsheetApp.getActive().getSheets()[0];
function grow() { sheet().insertRowsAfter(1000, 99001); }
function write() {
  const day = new Date(2026, 0, 5);
  const rows = [];
  for (let n = 0; n < 100000; n++) rows.push(["key_" + n, day, n, "text", n / 4, true, "", "a", n, "b", n, "c", n, "d", n]);
  sheet().getRange(2, 1, rows.length, 15).setValues(rows);
}
function read() { return sheet().getRange(2, 1, 100000, 15).getValues().length; }
function nothing() {}`;

const script = (built: string, dist: string): string => `
  const { openHost } = require(${JSON.stringify(built)});
  (async () => {
    const host = await openHost({ dist: ${JSON.stringify(dist)} });
    const times = {};
    for (const name of ["grow", "write", "read", "read", "nothing", "nothing"]) {
      await host.call(name);
      times[name] = Math.round(host.usage().last.ms * 10) / 10;
    }
    console.log(JSON.stringify({ times, moved: [host.usage().cellsWritten, host.usage().cellsRead] }));
  })();`;

it("reads and writes 100,000 × 15 cells in one call each; times are printed, never asserted", async () => {
  await withProgram({ "Code.js": program }, async (dist) => {
    const built = join(__dirname, "../../../build/host.cjs");
    const output = execFileSync(process.execPath, ["-e", script(built, dist)], {
      encoding: "utf8",
    });
    const { times, moved } = JSON.parse(output) as { times: object; moved: number[] };
    process.stdout.write(`ms for 100,000 × 15 cells: ${JSON.stringify(times)}\n`);
    expect(moved).toEqual([1_500_000, 3_000_000]);
  });
});
