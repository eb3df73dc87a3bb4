import { sampleStart } from "../src/engine/intake/sample";
import { addMonths, type Day, day, monthOf } from "../src/engine/kernel/day";

/** A team that looks after its program every other month, so that living through it takes seconds. */
const STEP = 2;

/**
 * The days on which the team comes by, today last: the 9th, when the review of the month before is over and what it made
 * final can be paid.
 */
export function visitsUntil(today: Day): readonly Day[] {
  const ninth = (month: Day): Day => day(`${monthOf(month)}-09`);
  const latest = ninth(today) < today ? ninth(today) : ninth(addMonths(today, -1));
  const visits = [today];
  const start = sampleStart(today);
  for (let months = 0; addMonths(latest, -months) > start; months += STEP) {
    visits.unshift(addMonths(latest, -months));
  }
  return visits;
}
