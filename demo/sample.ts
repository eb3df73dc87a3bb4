import { day } from "../src/engine/kernel/day";
import { loadSample } from "./load-sample";
import { say } from "./tell";

/** Writes the sample program as it stands on a day to a new file: `node build/sample.mjs sample.json 2026-03-03`. */
async function main([file, on]: readonly string[]): Promise<void> {
  if (!file || !on) throw new Error("Name a file and a day: sample.json 2026-03-03");
  await loadSample(file, day(on));
}

main(process.argv.slice(2)).catch((thrown: unknown) => {
  say((thrown as Error).message);
  process.exitCode = 1;
});
