import { asCalledToday, withLists } from "../../src/sheets/earlier-calls";
import { openProgram } from "./support/program";

describe("a sidebar of release 0.1.0 that was open while the script was updated", () => {
  test.each([
    [
      "pay-payout",
      { payout: "pay_inv_2026-01_USD/ada", reference: "R" },
      "pay-invoice",
      { payouts: ["pay_inv_2026-01_USD/ada"], invoice: "inv_2026-01_USD", reference: "R" },
    ],
    [
      "add-to-invoice",
      { rewards: "a\nb", invoice: "i" },
      "place-rewards",
      { rewards: "a\nb", invoice: "i", to: "on an invoice" },
    ],
    ["move-to-invoice", { rewards: "a" }, "place-rewards", { rewards: "a", to: "on the next one" }],
    [
      "move-to-invoice",
      { rewards: "a", invoice: "i" },
      "place-rewards",
      { rewards: "a", invoice: "i", to: "on an invoice" },
    ],
    [
      "remove-from-invoice",
      { rewards: "a" },
      "place-rewards",
      { rewards: "a", to: "off its invoice" },
    ],
    ["end-drips", { drips: "d" }, "end-drip", { drips: "d" }],
  ])("makes the call %s %j, which is now %s", (name, fields, today, given) => {
    expect(asCalledToday(name, fields)).toEqual([today, given]);
  });

  test("sends lists as text, one item a line", async () => {
    const host = await openProgram({});
    const call = { rewards: "no such\nnor this", status: "approved" };
    expect(await host.rpc("set-reward-status", call)).toMatchObject({
      ok: false,
      error: { code: "REWARD_UNKNOWN" },
    });
  });

  test("gets the call's own refusal for invalid input", () => {
    for (const given of [null, 7, "text", ["a"]]) {
      expect(asCalledToday("pay-payout", given)).toEqual(["pay-payout", given]);
      expect(withLists({}, given)).toBe(given);
    }
  });
});
