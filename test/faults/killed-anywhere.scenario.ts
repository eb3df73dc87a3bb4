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

/** Runs on the day, killed at service call `at`, and leaves the host as that left it. */
async function killed(snapshot: Driver, day: string, mode: (typeof modes)[number], at: number) {
  const host = snapshot.fork({ now: day });
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

/** Of so many calls one is killed; which one, moves from pass to pass, so that together they come to each kind of call. */
const share = Number(process.argv[2] ?? 1);

async function main(): Promise<Outcome> {
  let passes = 0;
  let snapshot = await openHost({ now: "2026-01-10", timeZone: "UTC" });
  await smallProgram(snapshot);
  let points = 0;
  let kills = 0;
  const differing: Outcome["differing"][number][] = [];
  for (const stage of stages) {
    const reference = snapshot.fork({ now: stage });
    await ask(reference, "run", { kind: "daily" });
    const expected = sheetsOf(reference);
    const sheetsRunAgain = whatComesOf(sheetsAfter);
    for (const mode of modes) {
      for (let at = 1 + (passes++ % share); ; at += share) {
        const { host, ended, name } = await killed(snapshot, stage, mode, at);
        if (ended) break;
        const sheets = await sheetsRunAgain(host);
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
process.stdout.write(`${JSON.stringify(outcome)}\n`);
