import fc from "fast-check";
import { fingerprint } from "../../src/engine/kernel/keys";
import { apply, type Changeset } from "../../src/engine/program/changeset";
import { readJournal, writeJournal } from "../../src/engine/program/journal";
import { begin } from "../../src/engine/program/work";
import { PACKED_LENGTH } from "../../src/engine/tables/packed/pieces";
import { anySign } from "../support/any-sign";
import { law } from "../support/laws";
import { cellsOf, programOf } from "../support/program";

const start = programOf({
  partners: [
    { key: "a", name: "Ada" },
    { key: "b", name: "Bela" },
  ],
});

/** What a few decisions on partners change; names may be long enough for several slices. */
const changesets: fc.Arbitrary<Changeset> = fc
  .array(
    fc.record({
      key: fc.constantFrom("a", "b", "c", "d"),
      name: fc.string({ minLength: 1, unit: anySign }).map((each) => `n${each.trim()}`),
      times: fc.constantFrom(1, 1, 1, 30_000),
    }),
    { maxLength: 5 },
  )
  .map((steps) => {
    const work = begin(start);
    for (const { key, name, times } of steps) {
      const long = name.repeat(Math.min(times, Math.ceil(60_000 / name.length)));
      if (work.get("partners", key)) work.update("partners", key, { name: long });
      else work.insert("partners", { key, name: long });
    }
    return work.changes();
  });

const written = (changes: Changeset) =>
  writeJournal({ changes, zone: "Europe/Berlin", isAside: false });
const readBack = (cells: readonly string[]): unknown => {
  const journal = readJournal(cells);
  return typeof journal === "object" ? journal.changes : journal;
};

/** Slices as earlier releases cut them, which could also part a pair of surrogates. */
const earlierSlices = (changes: Changeset, length: number): readonly string[] => {
  const [head = "", ...slices] = written(changes);
  const text = slices.map((slice) => slice.slice(1)).join("");
  const count = Math.ceil(text.length / length);
  const cut = (n: number) => `:${text.slice(n * length, (n + 1) * length)}`;
  return [
    head.replace(/^journal 2 \d+ (\w+).*/, `journal 1 ${count} $1`),
    ...Array.from({ length: count }, (_, n) => cut(n)),
  ];
};

/** Whole, and nothing that this program can have written. */
const senseless = fc.oneof(
  fc.json(),
  fc.constantFrom("", "{", "null", "[]", '{"effects":null}', '{"effects":{}}'),
  fc
    .record({
      kind: fc.constantFrom("insert", "update", "remove", "notes", "email", "other"),
      table: fc.constantFrom("rewards", "nowhere", 5, null),
      key: fc.constantFrom("a", 7, null),
      cells: fc.constantFrom(null, 3, { amount: null }, { amount: { from: 1 } }, { amount: [] }),
    })
    .filter(({ kind, table, key }) => kind !== "remove" || table !== "rewards" || key !== "a")
    .map((effect) => JSON.stringify({ effects: [effect] })),
);

describe("laws of the journal", () => {
  law("a whole journal without sense is known for one", senseless, (text) => {
    const cells = [`journal 1 1 ${fingerprint(text)}`, `:${text}`];
    expect(readJournal(cells)).toBe("senseless");
  });

  law(
    "slices of an earlier release, of any length, are read as well",
    fc.tuple(changesets, fc.integer({ min: 30_000, max: 45_000 })),
    ([changes, length]) => {
      expect(readBack(earlierSlices(changes, length))).toEqual(changes);
    },
  );

  law("what is read is what was written", changesets, (changes) => {
    expect(readBack(written(changes))).toEqual(changes);
  });

  law("every slice fits a cell, and none could be taken for a formula", changesets, (changes) => {
    for (const slice of written(changes)) {
      expect(slice.length).toBeLessThanOrEqual(PACKED_LENGTH);
      expect(slice).toMatch(/^[j:]/);
    }
  });

  law("carried out twice, it is as once", changesets, (changes) => {
    const journal = readBack(written(changes)) as Changeset;
    const once = apply(start, journal);
    expect(cellsOf(apply(once, journal), "partners")).toEqual(cellsOf(once, "partners"));
  });

  law(
    "a torn journal never began",
    fc.tuple(changesets, fc.nat(), fc.nat()),
    ([changes, slice, cut]) => {
      const whole = written(changes);
      const at = slice % whole.length;
      const torn = whole.flatMap((text, i) => {
        if (i < at) return [text];
        return i === at ? [text.slice(0, cut % text.length)] : [];
      });
      expect(readJournal(torn)).toBeUndefined();
      expect(readJournal(whole.slice(0, at))).toBeUndefined();
    },
  );
});
