import { changeSettings } from "../../../../src/engine/usecases/program/change-settings";
import { home } from "../../../../src/engine/usecases/program/home";
import { homePartsIn } from "../../../../src/engine/usecases/program/home-parts";
import { checkInput } from "../../../../src/engine/usecases/shared/check-input";
import { envOn, programOf } from "../../../support/program";
import { rewardRow } from "../../invoices/money-run";
import { act } from "../act";

const program = programOf({
  settings: [
    { key: "program start", value: "2026-01-01" },
    { key: "Payout day", value: "15" },
  ],
});
const partsAfter = (setting: object) => {
  const input = checkInput(changeSettings.inputs, setting, program);
  return homePartsIn(changeSettings.decide(program, input as never, envOn("2026-03-20")).changes);
};

test("what Home keeps of invoices is forgotten when a setting moves their payment dates, and by no other (RUN-19a)", () => {
  expect(partsAfter({ payoutDay: "20" })).toEqual(["money"]);
  expect(partsAfter({ reviewEndsOnDay: "9" })).toEqual(["money"]);
  expect(partsAfter({ programName: "Orchard" })).toEqual([]);
});

test("what is owed is what was accepted last: an amount that was just typed counts with the next run or act (EDIT-1)", () => {
  const typed = programOf({
    settings: [{ key: "program start", value: "2026-01-01" }],
    rewards: [rewardRow("a", 500, { accepted: "pending 20.00" }), rewardRow("b", 5)],
  });
  expect(act(typed, home, {}, "2026-03-20").output.owed).toEqual([
    { currency: "USD", amount: "25.00" },
  ]);
});
