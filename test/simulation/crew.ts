import { fork } from "node:child_process";
import { availableParallelism } from "node:os";
import { forManyRealms } from "../support/node-flags";
import type { Outcome } from "./live";

/** What a worker is sent: a seed to live, and the text whose rows are told of on the way. */
export interface Order {
  readonly seed: number;
  readonly months: number;
  readonly watched: string;
}

/**
 * Lives through the seeds in as many processes as there are cores, and gives each outcome as it comes. False
 * where one is broken: the rest is then left.
 */
export async function liveAll(
  file: string,
  orders: readonly Order[],
  tell: (outcome: Outcome) => void,
): Promise<boolean> {
  const waiting = [...orders];
  const crew = Array.from({ length: Math.min(availableParallelism(), orders.length) }, () =>
    fork(file, [], { execArgv: [...forManyRealms] }),
  );
  let isWhole = true;
  const ends = crew.map(
    (worker) =>
      new Promise<void>((resolve, reject) => {
        const next = () => {
          const order = waiting.shift();
          if (order) worker.send(order);
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
