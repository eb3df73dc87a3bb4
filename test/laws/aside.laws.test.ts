import fc from "fast-check";
import { apart, fitting, type RefusedWrite, remaining } from "../../src/engine/program/aside";
import { apply, type Changeset, combine, type Effect } from "../../src/engine/program/changeset";
import { begin } from "../../src/engine/program/work";
import { law } from "../support/laws";
import { cellsOf, programOf } from "../support/program";

const start = programOf({
  partners: [
    { key: "a", name: "Ada" },
    { key: "b", name: "Bela" },
  ],
});

type Step = { readonly key: string; readonly name: string; readonly group: string };
const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record({
    key: fc.constantFrom("a", "b", "c", "d"),
    name: fc.constantFrom("Ann", "Bob", "Cyd"),
    group: fc.constantFrom("Gold", "Silver"),
  }),
  { minLength: 1, maxLength: 5 },
);

function changesOf(program: typeof start, all: readonly Step[]): Changeset {
  const work = begin(program);
  for (const { key, name, group } of all) {
    if (work.get("partners", key)) work.update("partners", key, { name, group });
    else work.insert("partners", { key, name, group });
  }
  return work.changes();
}

/** What arrives and what is refused of a changeset, a bit for each cell or row. */
function split({ effects }: Changeset, bits: number) {
  const refused: RefusedWrite[] = [];
  let turn = 0;
  const isRefused = () => (bits >> (turn++ % 30)) % 2 === 1;
  const arrived = effects.flatMap((effect): readonly Effect[] => {
    if (effect.kind !== "insert" && effect.kind !== "update") return [effect];
    if (isRefused() && effect.kind === "insert") {
      refused.push({ effect, column: null, reason: "No." });
      return [];
    }
    const cells = Object.entries(effect.cells).filter(([column]) => {
      if (column === "key" || !isRefused()) return true;
      refused.push({ effect, column, reason: "No." });
      return false;
    });
    return cells.length === 0 ? [] : [{ ...effect, cells: Object.fromEntries(cells) } as Effect];
  });
  return { arrived: { effects: arrived }, refused };
}

describe("laws of refused writes", () => {
  const cases = fc.tuple(steps, steps, fc.nat(2 ** 30 - 1), fc.nat(2 ** 30 - 1));

  law(
    "what arrived with what is set aside is as if nothing had been refused",
    cases,
    ([all, , bits]) => {
      const changes = changesOf(start, all);
      const { arrived, refused } = split(changes, bits);
      const sheet = apply(start, arrived);
      const { changes: rest, problems } = fitting(sheet, remaining(refused));

      expect(problems).toEqual([]);
      expect(cellsOf(apply(sheet, rest), "partners")).toEqual(
        expect.arrayContaining([...cellsOf(apply(start, changes), "partners")]),
      );
    },
  );

  law(
    "so is what is decided on top of it, parts of it refused again",
    cases,
    ([all, more, one, two]) => {
      const changes = changesOf(start, all);
      const first = split(changes, one);
      const sheet = apply(start, first.arrived);
      const aside = fitting(sheet, remaining(first.refused)).changes;
      const program = apply(sheet, aside);
      const later = changesOf(program, more);
      const { free, kept } = apart(aside, later);
      const second = split(free, two);
      const after = apply(sheet, second.arrived);
      const whole = combine(combine(aside, kept), remaining(second.refused));
      const { changes: rest, problems } = fitting(after, whole);

      expect(problems).toEqual([]);
      const byKey = (cells: readonly { key?: unknown }[]) =>
        [...cells].sort((a, b) => String(a.key).localeCompare(String(b.key)));
      expect(byKey(cellsOf(apply(after, rest), "partners"))).toEqual(
        byKey(cellsOf(apply(program, later), "partners")),
      );
    },
  );

  law("a cell that a person has changed meanwhile is theirs", cases, ([all, , bits]) => {
    const { arrived, refused } = split(changesOf(start, all), bits);
    const rest = remaining(refused);
    const typed = apply(
      apply(start, arrived),
      changesOf(apply(start, arrived), [{ key: "a", name: "Typed", group: "Typed" }]),
    );
    const { changes } = fitting(typed, rest);

    const ada = cellsOf(apply(typed, changes), "partners").find(({ key }) => key === "a");
    expect([ada?.name, ada?.group]).toEqual(["Typed", "Typed"]);
  });
});
