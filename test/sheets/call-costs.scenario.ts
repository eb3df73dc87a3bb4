import { costsOf } from "../../bench/calls/measure";
import { type Size, sizes } from "../../bench/calls/table";
import { liveYear } from "../../bench/calls/year";
import type { Call } from "../../src/engine/contract/contract";

const year = await liveYear(sizes[process.argv[2] as Size]);
const [, , , only] = process.argv;
process.stdout.write(
  `${JSON.stringify(await costsOf(year, only ? (only.split(",") as readonly Call[]) : undefined))}\n`,
);
