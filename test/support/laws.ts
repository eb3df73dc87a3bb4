import { appendFileSync } from "node:fs";
import fc from "fast-check";
import { addDays, type Day, day } from "../../src/engine/kernel/day";
import { units } from "../../src/engine/kernel/vocabulary";

/** How many cases a law is tried on: `LAWS_RUNS=5000 npm test -- laws` for the long mode. */
export const runs = Number(process.env.LAWS_RUNS ?? 40);

/** … and a law that plays whole programs, each of dozens of runs: 2,000 of them are enough in the long mode. */
export const programs = process.env.LAWS_RUNS === undefined ? 8 : Math.min(runs, 2_000);

/** Where `npm run laws` reads on how many cases each law was tried. */
const report = process.env.LAWS_REPORT;

const note = <T>({ numRuns, failed, seed, counterexamplePath }: fc.RunDetails<T>): void => {
  if (report === undefined) return;
  const law = expect.getState().currentTestName ?? "";
  const line = { law, cases: numRuns, failed, seed, path: counterexamplePath };
  appendFileSync(report, `${JSON.stringify(line)}\n`);
};
// Every fc.assert of a file that uses this one is counted; a counterexample is thrown with its seed, as ever.
fc.configureGlobal({
  ...fc.readConfigureGlobal(),
  reporter: (details) => {
    note(details);
    if (!details.failed) return;
    const cause = details.errorInstance;
    throw new Error(fc.defaultReportMessage(details), { cause });
  },
});

/** Checks a law for generated cases; prints the counterexample and its seed where it fails. */
export function law<T>(
  title: string,
  cases: fc.Arbitrary<T>,
  holds: (given: T) => void,
  numRuns = runs,
): void {
  test(title, () => {
    fc.assert(
      fc.property(cases, (given) => holds(given)),
      { numRuns },
    );
  });
}

export const days: fc.Arbitrary<Day> = fc
  .integer({ min: 0, max: 3000 })
  .map((n) => addDays(day("2022-01-01"), n));

const length = fc.integer({ min: 0, max: 40 });
const unit = fc.constantFrom(...units);
/** The dates of any drip of up to 24 occurrences. */
export const dripDates = fc.record({
  eventDate: days,
  delay: length,
  delayUnit: unit,
  cycle: fc.integer({ min: 1, max: 40 }),
  cycleUnit: unit,
  occurrences: fc.integer({ min: 1, max: 24 }),
});
