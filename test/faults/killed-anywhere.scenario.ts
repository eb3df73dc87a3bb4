import { mkdtempSync, rmSync } from "node:fs";
import { copyFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Driver, kill, openHost } from "../../host";
import { ask, sheetsOf, smallProgram } from "../support/small-program";
import { whatComesOf } from "../support/what-comes-of";

/** What happens between the snapshot and the comparison: days on which the run comes by. */
const stages = ["2026-01-20", "2026-02-20", "2026-03-12"] as const;
const modes = ["none", "all"] as const;

interface Outcome {
  readonly points: number;
  readonly kills: number;
  readonly differing: readonly {
    stage: string;
    mode: string;
    at: number;
    name: string;
    sheets: readonly string[];
  }[];
}

const folder = mkdtempSync(join(tmpdir(), "killed-"));
const file = (name: string) => join(folder, `${name}.json`);

async function runOn(path: string, day: string) {
  const host = await openHost({ file: path, now: day, timeZone: "UTC" });
  await ask(host, "run", { kind: "daily" });
  return host;
}

/** Runs on the day, killed at service call `at`, and leaves the host as that left it. */
async function killed(path: string, day: string, mode: (typeof modes)[number], at: number) {
  const host = await openHost({ file: path, now: day, timeZone: "UTC" });
  let name = "";
  host.onServiceCall((call: string, number: number) => {
    if (number !== at) return;
    name = call;
    throw kill(mode);
  });
  const ended = await ask(host, "run", { kind: "daily" }).then(
    () => true,
    () => false,
  );
  host.onServiceCall(null);
  return { host, ended, name };
}

const sheetsAfter = async (host: Driver) => {
  await ask(host, "run", { kind: "daily" });
  return sheetsOf(host);
};

async function main(): Promise<Outcome> {
  const host = await openHost({ file: file("start"), now: "2026-01-10", timeZone: "UTC" });
  await smallProgram(host);
  await host.close();
  let snapshot = file("start");
  let points = 0;
  let kills = 0;
  const differing: Outcome["differing"][number][] = [];
  for (const stage of stages) {
    const reference = file(`after-${stage}`);
    await copyFile(snapshot, reference);
    const never = await runOn(reference, stage);
    const expected = sheetsOf(never);
    await never.close();
    const sheetsRunAgain = whatComesOf(sheetsAfter);
    for (const mode of modes) {
      for (let at = 1; ; at++) {
        const copy = file("copy");
        await copyFile(snapshot, copy);
        const { host, ended, name } = await killed(copy, stage, mode, at);
        if (ended) break;
        const sheets = await sheetsRunAgain(host);
        await host.close();
        points = Math.max(points, at);
        kills++;
        const off = Object.keys(expected).filter(
          (tab) => JSON.stringify(sheets[tab]) !== JSON.stringify(expected[tab]),
        );
        if (off.length > 0) differing.push({ stage, mode, at, name, sheets: off });
      }
    }
    snapshot = reference;
  }
  return { points, kills, differing };
}

const outcome = await main();
rmSync(folder, { recursive: true });
process.stdout.write(`${JSON.stringify(outcome)}\n`);
