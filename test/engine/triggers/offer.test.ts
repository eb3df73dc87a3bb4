import fc from "fast-check";
import type { Cell } from "../../../src/engine/kernel/fields";
import { offerOf } from "../../../src/engine/triggers/offer";
import { describeTrigger } from "../../../src/engine/usecases/triggers/describe-trigger";
import { saveTrigger } from "../../../src/engine/usecases/triggers/save-trigger";
import { programOf, recordsOf } from "../../support/program";
import { trigger } from "../judging/judge-on";
import { act } from "../usecases/act";
import { soundTrigger } from "./sound-trigger";

const rule = (fact: string, operator: string, value: unknown) =>
  JSON.stringify({ all: [{ fact, operator, value }] });
function offered(given: Readonly<Record<string, Cell>>): string {
  const program = programOf({ triggers: [trigger("one", { amount: "", ...given })] });
  const sound = soundTrigger(program, recordsOf(program, "triggers")[0]);
  return offerOf(sound, program.settings.programCurrency);
}

describe("what partners may read, offered from the terms (TRIG-32)", () => {
  test.each([
    [{ amount: 50 }, "For each sale: 50.00 USD."],
    [
      { amount: 50, rules: rule("transaction.number", "equal", 1) },
      "For a customer's first sale: 50.00 USD.",
    ],
    [
      { percent: "20", withinMonths: 12 },
      "For each sale: 20 % of the sale. Only within 12 months of sign-up.",
    ],
    [
      { action: "start a drip", amount: 240, mode: "split a total", cycle: 1, occurrences: 12 },
      "For each sale: 240.00 USD in 12 parts, every month.",
    ],
    [
      {
        event: "customer created",
        amount: 5,
        firstOfPartner: 3,
        limitPerMonth: 100,
        limitCurrency: "EUR",
        from: "2026-01-01",
        until: "2026-06-30",
      },
      "For each new customer: 5.00 USD. Only events from 2026-01-01 until 2026-06-30. Only each partner's first 3 such events. At most 100.00 EUR for one partner in a month.",
    ],
    [
      {
        event: "partner joined or changed group",
        amount: 25,
        rules: rule("partner.Group", "equal", "Gold"),
      },
      "For qualifying joining: 25.00 USD.",
    ],
  ])("%j", (given, text) => {
    expect(offered(given)).toBe(text);
  });

  test("nothing of its rules, its name or its set is in it (TRIG-2)", () => {
    const secret = fc.stringMatching(/^[A-Z][a-z]{7}$/);
    fc.assert(
      fc.property(secret, secret, secret, (value, name, set) => {
        const text = offered({
          amount: 5,
          name,
          set,
          rules: rule("transaction.Product", "equal", value),
        });
        expect(text).toBe("For each qualifying sale: 5.00 USD.");
      }),
      { numRuns: 20 },
    );
  });

  test("is written as the trigger is saved, by what it says then; else what the person typed", () => {
    const given = {
      name: "N",
      event: "transaction created",
      action: "grant a reward",
      offer: "Own",
    };
    const saved = (more: object) =>
      recordsOf(
        act(programOf(), saveTrigger, { ...given, ...more }, "2026-03-01").program,
        "triggers",
      )[0]?.offer;
    expect(saved({ amount: 7 })).toBe("Own");
    expect(saved({ amount: 7, offerFromTerms: "yes" })).toBe("For each sale: 7.00 USD.");
    const draft = JSON.stringify({ ...given, amount: 8 });
    const { output } = act(programOf(), describeTrigger, { draft }, "2026-03-01");
    expect(output).toMatchObject({ offer: "For each sale: 8.00 USD." });
  });
});
