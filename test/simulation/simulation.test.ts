import { outsideJest } from "../support/outside-jest";
import { root, runCommand } from "../support/run-command";

const lives = async (seeds: number, env: NodeJS.ProcessEnv = {}) => {
  const args = ["--seeds", String(seeds), "--years", "0.5", "--from", "11"];
  const { status, out } = await runCommand("simulate", args, root, env);
  const lines = out.trim().split("\n");
  return { status, out, last: lines[lines.length - 1], first: lines.find(isOfFirst) };
};
const isOfFirst = (line: string): boolean => line.startsWith("seed 11:");

test("half a year of random life, for two seeds, keeps every cent accounted for, and is the same if each execution loads the program anew", async () => {
  const { status, out, last, first } = await lives(2);

  expect(out).not.toContain("BROKEN");
  expect(status).toBe(0);
  expect(last).toMatch(/^12 months, \d\d+ rewards, .* survived/);
  expect((await lives(1, { FRESH: "1" })).first).toBe(first);
});

test("its ledger notices each way in which money could be created, lost or left unexplained", async () => {
  const { honest, noticed } = await outsideJest<{
    readonly honest: readonly string[];
    readonly noticed: Readonly<Record<string, number>>;
  }>("test/simulation/tampered.scenario.ts");

  expect(honest).toEqual([]);
  const missed = Object.keys(noticed).filter((name) => noticed[name] === 0);
  expect(missed).toEqual([]);
  expect(Object.keys(noticed).length).toBeGreaterThan(10);
});
