import type { Driver } from "../../host";
import { refuse } from "../support/host";
import { refusesAll } from "../support/refusing-rule";
import { ask } from "../support/small-program";
import { openProgram } from "./support/program";

/** Every flush in the long mode, else one of so many. */
const share = process.env.REFUSALS === undefined ? 5 : 1;
const owed = (host: Driver) => host.rows("Rewards").map(({ Key, Amount }) => [Key, Amount]);
const run = (host: Driver) => ask(host, "run", { kind: "by hand" });

/** Refuses the flush of that number, or each from it on; how many the run asked for. */
async function runRefusing(host: Driver, refused: number, isForEver: boolean): Promise<number> {
  let flushes = 0;
  host.onServiceCall((call: string) => {
    if (!/\.flush$/.test(call)) return;
    flushes++;
    if (isForEver ? flushes >= refused : flushes === refused) throw refuse("No.");
  });
  const told = await run(host).then(() => "", String);
  host.onServiceCall(null);
  // A refused value is told by its tab and column, never as what ended the run.
  expect(`${refused}: ${told}`).not.toMatch(/refused what was asked.*violates/);
  return flushes;
}

const columns = [
  ["Transactions", "Judged"],
  ["Transactions", "Outcome"],
  ["Customers", "Judged"],
  ["Rewards", "Why"],
  ["Settings", "Value"],
] as const;

test.each(columns)(
  "where %s refuses every value in %s, and Google refuses flushes too, the refused values end no run, and once all is allowed every reward is there",
  async (tab, header) => {
    const base = await openProgram();
    const unhurt = base.fork();
    await run(unhurt);

    let at = 0;
    for (let flushes = 1; at < flushes; at += share) {
      const host = base.fork();
      host.validate(tab, header, refusesAll);
      flushes = await runRefusing(host, at + 1, at % 2 === 1);
      host.validate(tab, header, null);
      await run(host);
      expect(owed(host)).toEqual(owed(unhurt));
    }
    expect(at).toBeGreaterThan(3);
  },
);
