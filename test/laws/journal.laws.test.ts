import fc from "fast-check";
import { apply, type Changeset } from "../../src/engine/program/changeset";
import { readJournal, writeJournal } from "../../src/engine/program/journal";
import { begin } from "../../src/engine/program/work";
import { PACKED_LENGTH } from "../../src/engine/tables/packed/pieces";
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
      name: fc.string({ minLength: 1, unit: "binary" }).map((each) => `n${each.trim()}`),
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

/** Slices as earlier releases cut them, which could also part a pair of surrogates. */
const earlierSlices = (changes: Changeset, length: number): readonly string[] => {
  const [head = "", ...slices] = writeJournal(changes);
  const text = slices.map((slice) => slice.slice(1)).join("");
  const count = Math.ceil(text.length / length);
  const cut = (n: number) => `:${text.slice(n * length, (n + 1) * length)}`;
  return [
    head.replace(/^(journal 1) \d+/, `$1 ${count}`),
    ...Array.from({ length: count }, (_, n) => cut(n)),
  ];
};

describe("laws of the journal", () => {
  law(
    "slices of an earlier release, of any length, are read as well",
    fc.tuple(changesets, fc.integer({ min: 30_000, max: 45_000 })),
    ([changes, length]) => {
      expect(readJournal(earlierSlices(changes, length))).toEqual(changes);
    },
  );

  law("what is read is what was written", changesets, (changes) => {
    expect(readJournal(writeJournal(changes))).toEqual(changes);
  });

  law("every slice fits a cell, and none could be taken for a formula", changesets, (changes) => {
    for (const slice of writeJournal(changes)) {
      expect(slice.length).toBeLessThanOrEqual(PACKED_LENGTH);
      expect(slice).toMatch(/^[j:]/);
    }
  });

  law("carried out twice, it is as once", changesets, (changes) => {
    const journal = readJournal(writeJournal(changes)) as Changeset;
    const once = apply(start, journal);
    expect(cellsOf(apply(once, journal), "partners")).toEqual(cellsOf(once, "partners"));
  });

  law(
    "a torn journal never began",
    fc.tuple(changesets, fc.nat(), fc.nat()),
    ([changes, slice, cut]) => {
      const whole = writeJournal(changes);
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
