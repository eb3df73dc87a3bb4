import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { answer } from "../demo/rpc";
import { openHost } from "../host";
import { addDays, type Day, day } from "../src/engine/kernel/day";
import { changeOf, spanCells, type TabChange } from "./changed-cells";
import { fill, openProgram } from "./program";
import { customers, partners } from "./rows";

const TODAY = day("2026-01-25") as Day;
const ROUNDS = 3;

/** Running drips of 12 monthly occurrences, one in twenty of which falls due today, the others on the days after. */
const drips = (count: number) =>
  Array.from({ length: count }, (_, i) => ({
    key: `drip_trx_${i}/trg_0`,
    partner: `ptn_${i % 40}`,
    customer: `cus_${i % 400}`,
    description: "Yearly plan",
    status: "Created",
    issued: 0,
    occurrences: 12,
    currency: "USD",
    amount: 20,
    mode: "per occurrence",
    rounding: "half away from zero",
    eventDate: addDays(TODAY, i % 20),
    delay: 0,
    delayUnit: "months",
    cycle: 1,
    cycleUnit: "months",
  }));

/** A daily run over so many running drips: what it costs, and what the same cells cost without any thought. */
async function dailyRun(count: number) {
  const bench = await openProgram();
  const { host, rpc } = bench;
  fill(bench, { partners: partners(40), customers: customers(400, 40), drips: drips(count) });
  await host.clock.advanceTo(addDays(TODAY, -1));
  await answer(rpc("run", { kind: "by hand" }));
  // Before the hour of the schedule's own run.
  await host.clock.advanceTo(new Date(`${TODAY}T01:00:00Z`));
  const folder = await mkdtemp(join(tmpdir(), "bench-"));
  await host.save(join(folder, "before.json"));
  const tabs = host.sheetNames();
  const before = tabs.map((tab) => host.rows(tab));
  // As often as the plain reading and writing: the shortest time of each is compared.
  const again: number[] = [];
  for (let round = 1; round < ROUNDS; round++) {
    const fork = host.fork({ user: "bench@example.com" });
    await answer(fork.rpc("run", { kind: "by hand" }) as ReturnType<typeof rpc>);
    again.push(fork.usage().last.ms);
  }
  const { counts } = await answer(rpc("run", { kind: "by hand" }));
  const { roundTrips, cellsRead, cellsWritten, ms: last } = host.usage().last;
  const ms = Math.min(last, ...again);
  const changes = tabs.map((tab, i) => changeOf(tab, before[i] ?? [], host.rows(tab)));
  await host.close();
  const plainMs = await withoutThought(folder, changes);
  await rm(folder, { recursive: true });
  const sum = (of: (change: TabChange) => number) =>
    changes.reduce((all, each) => all + of(each), 0);
  const changed = sum(({ changed: cells }) => cells);
  const spans = sum(spanCells);
  return {
    drips: count,
    made: counts.rewards,
    roundTrips,
    cellsRead,
    cellsWritten,
    cellsChanged: changed,
    cellsOfSpans: spans,
    writtenToNeeded: Number((cellsWritten / (changed + spans)).toFixed(2)),
    ms: Math.round(ms),
    timesReadingAndWriting: Number((ms / plainMs).toFixed(2)),
  };
}

/** Reads every tab and writes the rectangles in which the run changes something, in one execution. */
async function withoutThought(folder: string, changes: readonly TabChange[]): Promise<number> {
  const code = `function plain(changes) {
    var book = SpreadsheetApp.getActive();
    changes.forEach(function (change) {
      var sheet = book.getSheetByName(change.tab);
      var values = sheet.getDataRange().getValues();
      if (change.rows) {
        var part = values.slice(change.rows[0] + 1, change.rows[1] + 2).map(function (row) {
          return row.slice(change.columns[0], change.columns[1] + 1);
        });
        sheet.getRange(change.rows[0] + 2, change.columns[0] + 1, part.length, part[0].length).setValues(part);
      }
      if (change.added > 0) {
        var rows = [];
        for (var i = 0; i < change.added; i++) rows.push(new Array(change.width).fill("text"));
        sheet.insertRowsAfter(sheet.getMaxRows(), rows.length);
        sheet.getRange(sheet.getLastRow() + 1, 1, rows.length, change.width).setValues(rows);
      }
    });
    SpreadsheetApp.flush();
  }`;
  await writeFile(join(folder, "Code.js"), code);
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const host = await openHost({ file: join(folder, "before.json"), dist: folder, now: TODAY });
    await host.call("plain", changes);
    times.push(host.usage().last.ms);
    await host.close();
  }
  return Math.min(...times);
}

/** Ten drips, 2,000 and 20,000: the same service calls, and time that grows with the drips and no faster. */
export async function dripRuns() {
  const [few, some, many] = [await dailyRun(20), await dailyRun(2_000), await dailyRun(20_000)];
  return {
    few,
    some,
    many,
    sameRoundTrips: few.roundTrips === many.roundTrips,
    timesTheTimeForTenTimesTheDrips: Number((many.ms / some.ms).toFixed(1)),
  };
}
