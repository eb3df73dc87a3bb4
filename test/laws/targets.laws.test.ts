import fc from "fast-check";
import type { ActJson, ProgramJson } from "../support/examples/format";
import type { Played } from "../support/examples/names";
import { playProgram } from "../support/examples/play-example";
import { readState } from "../support/examples/read-state";
import { law, programs } from "../support/laws";
import { decimal } from "../support/model/numbers";
import { target, withLetStand } from "../support/model/prices";
import { mains, type Reward } from "../support/model/state";
import { dayAt } from "../support/random-program/days";
import { playBoth } from "../support/random-program/play-both";
import { decidedProgram, LONG } from "../support/random-program/program";

const isDeclinedByPerson = ({ status, by }: Reward): boolean =>
  status === "declined" && by === "person";

describe("one target for each reward (TARGET-13)", () => {
  law(
    "after each run a reward's net is its target, or what declines let stand, unless a person declined its row",
    decidedProgram,
    (program) =>
      playBoth(program, (day, engine, model) => {
        const { rewards } = readState(engine);
        for (const reward of mains(model).filter((each) => !isDeclinedByPerson(each))) {
          const goal = decimal(withLetStand(reward, target(model, reward)), reward.currency);
          const { net, open } = rewards[reward.key] ?? {};
          expect([day, reward.key, net]).toEqual([day, reward.key, goal]);
          // At most one open line (TARGET-2).
          expect(open ?? "").not.toContain("and");
        }
      }),
    programs,
  );

  const change = fc.record({
    sale: fc.constantFrom("S1", "S1", "S2"),
    amount: fc.constantFrom("50.00", "30.00", "0.05", "600.00", "20.00"),
    date: fc.integer({ min: 2, max: 60 }).map(dayAt),
    does: fc.constantFrom("refund", "correct", "archive", "refund another"),
    first: fc.integer({ min: 61, max: LONG - 1 }).map(dayAt),
    second: fc.integer({ min: 61, max: LONG - 1 }).map(dayAt),
  });
  /** Refunds of a program without decisions, and for each what becomes of it, on two days to choose from. */
  const twoOrders = fc.tuple(decidedProgram, fc.array(change, { minLength: 2, maxLength: 5 }));

  law(
    "the same refunds and corrections in any order give the same calculated amounts",
    twoOrders,
    ([given, changes]) => {
      const acts = given.acts.filter(({ do: does }) => does === "row");
      const refunds = changes.flatMap(({ does, ...cells }, i): readonly ActJson[] => {
        const { sale, amount, date } = cells;
        if (does === "refund") return [];
        const row = { do: "row", tab: "transactions", key: `Q${i}` } as const;
        return [{ ...row, day: date, date, amount, refund_of: sale }];
      });
      const program = {
        ...given,
        acts: [...acts, ...refunds],
        runs: [...runsOf(given), dayAt(LONG)],
      };
      const made = Object.keys(readState(playProgram(until(program, dayAt(60)))).rewards);
      const changedOn = (when: "first" | "second") => {
        const later = changes.map((each, i) => changeOf(each, `Q${i}`, each[when]));
        const all = { ...program, acts: [...program.acts, ...later] };
        return calculatedOf(playProgram(all));
      };
      const [one, other] = [changedOn("first"), changedOn("second")];
      const isWithoutRoom = (given.triggers ?? []).every(
        ({ limits, first_events, first_of_partner }) =>
          limits?.customer === undefined &&
          limits?.month === undefined &&
          first_events === undefined &&
          first_of_partner === undefined,
      );
      const names = isWithoutRoom ? Object.keys({ ...one, ...other }) : made;
      // A part of a drip is not made at all where all was refunded before, and of 0 where it was afterwards.
      const amounts = (calculated: typeof one) =>
        names.map((name) => [name, Number(calculated[name] ?? 0)]);
      expect(amounts(other)).toEqual(amounts(one));
    },
    programs,
  );

  law(
    "refunded in full, with nothing declined and nothing typed while it was calculated at 0, its net is 0",
    decidedProgram,
    (given) => {
      const acts = given.acts.filter(({ do: does }) => does !== "decline");
      const all: ActJson = {
        ...{ day: dayAt(LONG), do: "row", tab: "transactions", key: "Q", date: dayAt(LONG) },
        ...{ amount: "600.00", refund_of: "S1" },
      };
      let isTypedAtZero: readonly string[] = [];
      const program = { ...given, acts: [...acts, all], runs: [...runsOf(given), dayAt(LONG)] };
      playBoth(program, (day, engine, model) => {
        const typed = mains(model).filter(
          (each) => each.typed !== null && each.calculatedThen === 0,
        );
        isTypedAtZero = [...isTypedAtZero, ...typed.map(({ key }) => key)];
        if (day < dayAt(LONG)) return;
        for (const [name, { net, source }] of Object.entries(readState(engine).rewards)) {
          if (!name.startsWith("S1/") || source === "manual" || isTypedAtZero.includes(name))
            continue;
          expect([name, Number(net)]).toEqual([name, 0]);
        }
      });
    },
    programs,
  );
});

const runsOf = ({ runs = [] }: ProgramJson): readonly string[] =>
  runs.filter((each): each is string => typeof each === "string" && each < dayAt(LONG));

/** The program as far as it has come on a day. */
const until = (program: ProgramJson & { readonly runs: readonly string[] }, last: string) => ({
  ...program,
  acts: program.acts.filter(({ day }) => day <= last),
  runs: [...program.runs.filter((day) => day < last), last],
});

type Change = {
  readonly does: string;
  readonly sale: string;
  readonly amount: string;
  readonly date: string;
};
/** What becomes of a refund on a day; one that is new is dated as ever it is typed. */
function changeOf({ does, sale, amount, date }: Change, key: string, day: string): ActJson {
  const row = { day, tab: "transactions", key } as const;
  switch (does) {
    case "refund":
      return { ...row, do: "row", date, amount, refund_of: sale };
    case "correct":
      return { ...row, do: "correct", amount: "80.00" };
    case "archive":
      return { ...row, do: "archive", on: date };
    default:
      return { ...row, do: "correct", refund_of: sale === "S1" ? "S2" : "S1" };
  }
}

/** What the terms of each reward come to, by name: without decisions, that is its net. */
const calculatedOf = (played: Played): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(readState(played).rewards).map(([name, { net }]) => [name, net]),
  );
