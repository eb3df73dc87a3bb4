import fc from "fast-check";
import { matchRows } from "../../src/sheets/workbook/match-rows";
import { mergeNote } from "../../src/sheets/workbook/note-text";
import { boundingSpan, spansOf } from "../../src/sheets/workbook/spans";

test("spans hold each number once, in order, and never touch", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(60)), (numbers) => {
      const spans = spansOf(numbers);
      const held = spans.flatMap(({ first, last }) =>
        Array.from({ length: last - first + 1 }, (_, i) => first + i),
      );
      expect(held).toEqual([...new Set(numbers)].sort((a, b) => a - b));
      spans.slice(1).forEach(({ first }, i) => {
        expect(first).toBeGreaterThan((spans[i]?.last ?? 0) + 1);
      });
    }),
  );
});

test("the bounding span of nothing is nothing", () => {
  expect(boundingSpan([])).toBeUndefined();
  expect(boundingSpan([4, 2, 9])).toEqual({ first: 2, last: 9 });
});

test("a problem is added below the team's own note, replaced, and removed again", () => {
  const own = "Ask Kim about this one.";
  const first = mergeNote(own, "“a lot” is not a number.");
  expect(first).toMatch(/^Ask Kim about this one\.\n⚠ Tributary: “a lot” is not a number\.\n/);
  const second = mergeNote(first, "The amount is blank.");
  expect(second).not.toContain("a lot");
  expect(mergeNote(second, "")).toBe(own);
});

test("text that the team writes around our part of a note stays", () => {
  fc.assert(
    fc.property(fc.constantFrom("", "before"), fc.constantFrom("", "after"), (before, after) => {
      const ours = mergeNote("", "bad");
      const note = [before, ours, after].filter((part) => part !== "").join("\n");
      const kept = [before, after].filter((part) => part !== "").join("\n");
      expect(mergeNote(note, "")).toBe(kept);
    }),
  );
});

test("rows are found again by key wherever a person has moved them", () => {
  const memory = [
    ["a", "1"],
    ["b", "2"],
    ["", ""],
    ["c", "3"],
  ];
  const fresh = [
    ["c", "3"],
    ["new", "9"],
    ["a", "1"],
    ["b", "2"],
  ];
  expect(matchRows(memory, fresh, 0, [1])).toEqual([3, -1, 0, 1]);
});

test("rows with one key are told apart by what they say, and rows without a key too", () => {
  const memory = [
    ["a", "first"],
    ["a", "second"],
    ["", "third"],
  ];
  const fresh = [
    ["", "third"],
    ["a", "second"],
    ["a", "first"],
    ["", "unknown"],
  ];
  expect(matchRows(memory, fresh, 0, [1])).toEqual([2, 1, 0, -1]);
});
