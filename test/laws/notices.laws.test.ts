import fc from "fast-check";
import { day } from "../../src/engine/kernel/day";
import {
  isBehind,
  nextTurn,
  placeOf,
  startMark,
  TEAM,
  type ToldRow,
  toldIn,
  writtenIn,
} from "../../src/sheets/notices/turns";
import { law, runs } from "../support/laws";

const ids = [TEAM, '"ann"', '"bela"', '"cyd"', '"dan"'] as const;
const someone = fc.constantFrom(...ids);

/** Something new for somebody; a run that is killed after so many writes, has so much quota, and at which Google refuses some addresses. */
const news = fc.record({ do: fc.constant("news" as const), to: someone });
const run = fc.record({
  do: fc.constant("run" as const),
  steps: fc.oneof(fc.nat(14), fc.constant(99)),
  quota: fc.oneof(fc.nat(4), fc.constant(99)),
  refuses: fc.subarray([...ids], { maxLength: 2 }),
});
/** The sheets are kept as a version, or a kept one is restored. */
const versions = fc.record({ do: fc.constantFrom("keep" as const, "restore" as const) });

class Killed extends Error {}

/** The sheets, the mark beside them and the mails that went, each changed by one step that may be an execution's last. */
function world() {
  let now = new Map<string, number>(ids.map((id) => [id, 0]));
  let rows = new Map<string, ToldRow>();
  let mark = startMark(rows, day("2026-01-01"));
  let version = { now, rows };
  const sent: string[] = [];
  const doubted: string[] = [];
  const said = (id: string) => `${id} ${rows.get(id)?.after}`;

  function live(steps: number, quota: number, refuses: readonly string[]): void {
    let left = steps;
    const step = (write: () => void) => {
      if (left-- <= 0) throw new Killed();
      write();
    };
    if (mark.isOpen) {
      step(() => doubted.push(said(ids.find((id) => placeOf(id) === mark.reached) ?? "")));
      step(() => {
        mark = { ...mark, isOpen: false };
      });
    }
    const wanted = ids.map((id) => {
      const row = rows.get(id);
      const after = String(now.get(id));
      const told = row ? toldIn(row, mark) : "0";
      return { id, after, mail: told !== after && !isBehind(rows, mark) };
    });
    const { turn, batches, mails } = nextTurn(rows, wanted, mark);
    for (const row of batches.flat()) step(() => rows.set(row.id, row));
    for (const id of mails.slice(0, quota)) {
      const before = { ...mark, isOpen: false };
      step(() => {
        const reached = placeOf(id);
        mark = { ...mark, turn, reached, isOpen: true, written: writtenIn(rows) };
      });
      if (refuses.includes(id)) {
        step(() => {
          mark = before;
        });
        const told = rows.get(id)?.before ?? "";
        step(() => rows.set(id, { id, turn, before: told, after: told }));
      } else step(() => sent.push(said(id)));
    }
    step(() => {
      mark = { ...mark, isOpen: false };
    });
  }
  return {
    sent,
    doubted,
    told: (id: string) => toldIn(rows.get(id) as ToldRow, mark),
    known: (id: string) => String(now.get(id)),
    news: (id: string, what: number) => now.set(id, what),
    keep: () => {
      version = { now: new Map(now), rows: new Map(rows) };
    },
    restore: () => {
      now = new Map(version.now);
      rows = new Map(version.rows);
    },
    run: (...given: Parameters<typeof live>) => {
      try {
        live(...given);
      } catch (thrown) {
        if (!(thrown instanceof Killed)) throw thrown;
      }
    },
  };
}

type Happening =
  | { readonly do: "news"; readonly to: string }
  | {
      readonly do: "run";
      readonly steps: number;
      readonly quota: number;
      readonly refuses: readonly string[];
    }
  | { readonly do: "keep" | "restore" };

/** Lives all of it, and then four runs that nothing disturbs. */
function play(all: readonly Happening[]) {
  const of = world();
  all.forEach((each, n) => {
    if (each.do === "news") of.news(each.to, n + 1);
    else if (each.do === "run") of.run(each.steps, each.quota, each.refuses);
    else of[each.do]();
  });
  for (let n = 0; n < 4; n++) of.run(99, 99, []);
  return of;
}

law(
  "killed between any two writes, out of quota or refused, nobody is told the same twice and nobody is lost (PARTNER-6c)",
  fc.array(fc.oneof(news, run), { maxLength: 30 }),
  (all) => {
    const { sent, doubted, told, known } = play(all);
    expect(new Set(sent).size).toBe(sent.length);
    for (const id of ids) {
      expect(told(id)).toBe(known(id));
      if (known(id) !== "0") expect([...sent, ...doubted]).toContain(`${id} ${known(id)}`);
    }
  },
  // Cheap, and what it looks for is rare.
  runs * 10,
);

law(
  "an older version restored at any moment repeats no notice (PARTNER-6d)",
  fc.array(fc.oneof(news, run, versions), { maxLength: 40 }),
  (all) => {
    const { sent, told, known } = play(all);
    expect(new Set(sent).size).toBe(sent.length);
    for (const id of ids) expect(told(id)).toBe(known(id));
  },
  runs * 10,
);
