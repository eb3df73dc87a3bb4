import { failLookUp } from "../acts/habits";
import { live } from "../live";
import { triggerPool } from "../trigger-pool";
import { buildPlanted } from "./build-planted";
import { plants } from "./list";

/** Lives years under a program with a fault, and all triggers of the pool, until the ledger notices something; says what. */
async function main(name: string, from: number): Promise<unknown> {
  const plant = plants[name];
  if (!plant) throw new Error(`There is no plant “${name}”.`);
  const dist = await buildPlanted(process.cwd(), name, plant);
  for (let seed = from; seed < from + (plant.lives ?? 1); seed++) {
    const { months, broken } = await live(seed, 12, {
      triggers: triggerPool,
      dist,
      often: plant.often && failLookUp,
    });
    if (broken.length > 0) return { seed, months, said: broken[0] };
  }
  return {};
}

const [name = "", from] = process.argv.slice(2);
process.stdout.write(`${JSON.stringify(await main(name, Number(from)))}\n`);
