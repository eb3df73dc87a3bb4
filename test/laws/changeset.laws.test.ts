import fc from "fast-check";
import { apply, combine } from "../../src/engine/program/changeset";
import type { Program } from "../../src/engine/program/program";
import { begin, type Work } from "../../src/engine/program/work";
import { law } from "../support/laws";
import { cellsOf, programOf } from "../support/program";

type Step =
  | { readonly kind: "insert" | "remove"; readonly key: string }
  | { readonly kind: "update"; readonly key: string; readonly name: string };

const key = fc.constantFrom("a", "b", "c", "d");
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant("insert" as const), key }),
  fc.record({ kind: fc.constant("remove" as const), key }),
  fc.record({ kind: fc.constant("update" as const), key, name: fc.constantFrom("x", "y", "") }),
);
const steps = fc.array(step, { maxLength: 8 });

function carry(work: Work, { kind, ...given }: Step): void {
  const exists = work.get("partners", given.key) !== undefined;
  if (kind === "insert" && !work.has("partners", given.key)) {
    work.insert("partners", { key: given.key, name: "new" });
  }
  if (kind === "remove" && exists) work.remove("partners", given.key);
  if (kind === "update" && exists) {
    work.update("partners", given.key, { group: (given as { name: string }).name || null });
  }
}

function changesOf(program: Program, all: readonly Step[]) {
  const work = begin(program);
  for (const each of all) carry(work, each);
  return work.changes();
}

const start = programOf({
  partners: [
    { key: "a", name: "Ada" },
    { key: "b", name: "Bela" },
  ],
});

describe("laws of changesets", () => {
  law("apply(combine(x, y)) = apply(y) ∘ apply(x)", fc.tuple(steps, steps), ([first, second]) => {
    const x = changesOf(start, first);
    const between = apply(start, x);
    const y = changesOf(between, second);

    expect(cellsOf(apply(start, combine(x, y)), "partners")).toEqual(
      cellsOf(apply(between, y), "partners"),
    );
  });

  law("a changeset applied twice is applied once", steps, (given) => {
    const changes = changesOf(start, given);
    const once = apply(start, changes);
    expect(cellsOf(apply(once, changes), "partners")).toEqual(cellsOf(once, "partners"));
  });

  law("what a working copy shows is what its changes make", steps, (given) => {
    const work = begin(start);
    for (const each of given) carry(work, each);
    const after = apply(start, work.changes());

    const shown = work.all("partners").map(({ key: name, group }) => [name, group ?? ""]);
    const made = cellsOf(after, "partners").map((cells) => [cells.key, cells.group]);
    expect([...shown].sort()).toEqual([...made].sort());
  });
});
