import { outsideJest } from "../support/outside-jest";
import { root, runCommand } from "../support/run-command";

test("half a year of random life, twice over, keeps every cent accounted for, and each seed lives the same life again", async () => {
  const lives = async () => {
    const args = ["--seeds", "2", "--years", "0.5", "--from", "11"];
    const { status, out } = await runCommand("simulate", args, root);
    const lines = out.trim().split("\n");
    return { status, seeds: lines.filter((line) => line.startsWith("seed")).sort(), out, lines };
  };
  const first = await lives();

  expect(first.out).not.toContain("BROKEN");
  expect(first.status).toBe(0);
  expect(first.lines[first.lines.length - 1]).toMatch(/^12 months, \d\d+ rewards, .* survived/);
  expect((await lives()).seeds).toEqual(first.seeds);
}, 120_000);

test("its ledger notices each way in which money could be made, lost, or not be explained", async () => {
  const { honest, noticed } = await outsideJest<{
    readonly honest: readonly string[];
    readonly noticed: Readonly<Record<string, number>>;
  }>("test/simulation/tampered.scenario.ts");

  expect(honest).toEqual([]);
  const missed = Object.keys(noticed).filter((name) => noticed[name] === 0);
  expect(missed).toEqual([]);
  expect(Object.keys(noticed).length).toBeGreaterThan(10);
}, 120_000);
