import { readFileSync } from "node:fs";
import { join } from "node:path";
import { outsideJest } from "../../support/outside-jest";
import { type Plant, plants } from "./list";

interface Noticed {
  readonly seed?: number;
  readonly months?: number;
  readonly said?: string;
}
const SEED = 301;

/** `PLANTS=all` plants each fault, `PLANTS=limit` those with that word in their name; `npm test` these two. */
const share = process.env.PLANTS ?? "";
const few = ["an occurrence is made twice", "a payout leaves out a line of its own"];
const names = Object.keys(plants).filter((name) =>
  share === "" ? few.includes(name) : share === "all" || name.includes(share),
);

const placesOf = ({ file, from }: Plant): number =>
  readFileSync(join(__dirname, "../../../src", file), "utf8").split(from).length - 1;

test("there are at least 20 faults to plant, and each has its one place in the program", () => {
  expect(Object.keys(plants).length).toBeGreaterThanOrEqual(20);
  const elsewhere = Object.entries(plants).filter(([, plant]) => placesOf(plant) !== 1);
  expect(elsewhere.map(([name]) => name)).toEqual([]);
});

test.each(names)("the ledger of the simulation notices that %s", async (name) => {
  const { said = "nothing", ...when } = await outsideJest<Noticed>(
    "test/simulation/plants/planted.scenario.ts",
    name,
    String(SEED),
  );

  if (share !== "") process.stdout.write(`${name}: ${JSON.stringify(when)} ${said}\n`);
  // A sentence of the ledger, not a failure of the program.
  expect(said).toMatch(/^\d{4}-\d\d: /);
  expect(said).not.toMatch(/^\d{4}-\d\d: \w*Error/);
});
