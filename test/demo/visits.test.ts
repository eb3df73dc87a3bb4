import { visitsUntil } from "../../demo/visits";
import { sampleStart } from "../../src/engine/intake/sample";
import { day } from "../../src/engine/kernel/day";

test.each(["2026-03-01", "2026-03-08", "2026-03-09", "2026-03-10", "2026-11-30", "2028-02-29"])(
  "the sample program runs from its start to %s and no further",
  (today) => {
    const visits = visitsUntil(day(today));

    expect(visits).toEqual([...new Set(visits)].sort());
    expect(visits[visits.length - 1]).toBe(today);
    expect((visits[0] ?? "") > sampleStart(day(today))).toBe(true);
  },
);
