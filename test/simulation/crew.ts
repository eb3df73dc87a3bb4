import { fork } from "node:child_process";
import { availableParallelism } from "node:os";
import type { Outcome } from "./live";

/** A realm lives for one execution only: optimizing its code costs more than it brings. */
const flags = ["--no-opt", "--max-semi-space-size=64"];

/**
 * Lives through the seeds in as many processes as there are cores, and gives each outcome as it comes. False
 * where one is broken: the rest is then left.
 */
export async function liveAll(
  file: string,
  seeds: readonly number[],
  months: number,
  tell: (outcome: Outcome) => void,
): Promise<boolean> {
  const waiting = [...seeds];
  const crew = Array.from({ length: Math.min(availableParallelism(), seeds.length) }, () =>
    fork(file, [], { execArgv: flags }),
  );
  let isWhole = true;
  const ends = crew.map(
    (worker) =>
      new Promise<void>((resolve, reject) => {
        const next = () => {
          const seed = waiting.shift();
          if (seed !== undefined) worker.send({ seed, months });
          else if (worker.connected) worker.disconnect();
        };
        worker.on("message", (outcome: Outcome) => {
          tell(outcome);
          if (outcome.broken.length > 0) {
            isWhole = false;
            for (const each of crew) each.kill();
            waiting.length = 0;
          } else next();
        });
        worker.on("exit", (code) => {
          if (code === null || code === 0) resolve();
          else reject(new Error(`A process of the simulation ended with ${code}.`));
        });
        next();
      }),
  );
  await Promise.all(ends);
  return isWhole;
}
