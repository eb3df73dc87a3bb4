import { costsOf } from "../../bench/calls/measure";
import { type Size, sizes } from "../../bench/calls/table";
import { liveYear } from "../../bench/calls/year";

const year = await liveYear(sizes[process.argv[2] as Size]);
process.stdout.write(`${JSON.stringify(await costsOf(year))}\n`);
