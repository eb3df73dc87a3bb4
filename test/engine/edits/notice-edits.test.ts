import type { Program } from "../../../src/engine/program/program";
import { run } from "../../../src/engine/usecases/program/run";
import { carryOut, envOn, recordsOf } from "../../support/program";
import { partner, programWith, retyped, sale, trigger } from "../judging/judge-on";

const runOn = (program: Program, on: string, kind = "daily"): Program =>
  carryOut(program, run, { kind }, envOn(on)).program;
const edits = (program: Program) =>
  recordsOf(program, "activity")
    .filter(({ who }) => who === "in the sheet")
    .map(({ what, record, from, to }) => [what, record, from, to]);

const begun = runOn(
  programWith({
    partners: [partner({ group: "Gold" })],
    triggers: [trigger("rate", { percent: "10" })],
    transactions: [sale("T1", "2026-03-02", 100)],
  }),
  "2026-03-10",
);

describe("what is typed into cells is reported by the run that notices it", () => {
  test("nothing, where nobody typed", () => {
    expect(edits(runOn(begun, "2026-03-11"))).toEqual([]);
  });

  test.each([
    [
      "a record archived",
      retyped(begun, "transactions", "T1", { status: "archived" }),
      [
        "1 transaction typed over",
        "T1",
        "T1: Status active, Archived on blank",
        "T1: Status archived, Archived on 2026-03-11",
      ],
    ],
    [
      "a partner's group",
      retyped(begun, "partners", "ann", { group: "Silver" }),
      ["1 partner typed over", "ann", "ann: Group Gold", "ann: Group Silver"],
    ],
    [
      "whose a processed sale is, which is restored (EDIT-8)",
      retyped(begun, "transactions", "T1", { partner: "bea" }),
      ["1 transaction typed over", "T1", "T1: Partner ann", "T1: Partner ann (typed bea)"],
    ],
    [
      "whose a processed sale is, emptied",
      retyped(begun, "transactions", "T1", { partner: "" }),
      ["1 transaction typed over", "T1", "T1: Partner ann", "T1: Partner ann (typed blank)"],
    ],
    [
      "a trigger's terms",
      retyped(begun, "triggers", "rate", { percent: "12" }),
      ["1 trigger typed over", "rate", "rate: version 1", "rate: version 2"],
    ],
  ])("%s, once", (_, typed, expected) => {
    const noticed = runOn(typed, "2026-03-11");
    expect(edits(noticed)).toEqual([expected]);
    expect(edits(runOn(noticed, "2026-03-12"))).toEqual([expected]);
  });

  test("an unarchived record", () => {
    const archived = retyped(begun, "partners", "ann", { status: "archived" });
    const back = retyped(runOn(archived, "2026-03-11"), "partners", "ann", { status: "active" });
    expect(edits(runOn(back, "2026-03-20")).at(-1)).toEqual([
      "1 partner typed over",
      "ann",
      "ann: Status archived, Archived on 2026-03-11",
      "ann: Status active, Archived on blank",
    ]);
  });
});
