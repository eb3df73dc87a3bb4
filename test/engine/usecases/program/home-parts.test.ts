import { changeSettings } from "../../../../src/engine/usecases/program/change-settings";
import { homePartsIn } from "../../../../src/engine/usecases/program/home-parts";
import { checkInput } from "../../../../src/engine/usecases/shared/check-input";
import { envOn, programOf } from "../../../support/program";

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
