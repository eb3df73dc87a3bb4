import { run } from "../../../src/engine/usecases/program/run";
import { carryOut, envOn, recordsOf } from "../../support/program";
import { customer, partner, programWith, retyped, sale, trigger } from "../judging/judge-on";

test("a drip that a trigger ends while it is paused is ended in that run, its pause closed (DRIP-31)", () => {
  const runOn = (program: ReturnType<typeof programWith>, on: string) =>
    carryOut(program, run, { kind: "daily" }, envOn(on)).program;
  const begun = runOn(
    programWith({
      partners: [partner()],
      customers: [customer()],
      triggers: [
        trigger("plan", { action: "start a drip", amount: 5, cycle: 1, occurrences: 6 }),
        trigger("end", { event: "action recorded", action: "end the customer's drips", order: 2 }),
      ],
      transactions: [sale("T1", "2026-03-02", 100)],
      actions: [{ key: "A1", kind: "cancel", date: "2026-03-20", customer: "acme" }],
    }),
    "2026-03-02",
  );
  const [drip] = recordsOf(begun, "drips");
  const paused = retyped(begun, "drips", String(drip?.key), { pausedOn: "2026-03-10" });

  const once = runOn(paused, "2026-03-21");
  const [ended] = recordsOf(once, "drips");
  expect([ended?.endsOn, ended?.pausedOn]).toEqual(["2026-03-20", null]);
  expect(recordsOf(runOn(once, "2026-03-21"), "drips")).toEqual([ended]);
});
