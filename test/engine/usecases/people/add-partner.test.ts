import { addPartner, previewPartner } from "../../../../src/engine/usecases/people/add-partner";
import { carryOut, envOn, programOf, recordsOf } from "../../../support/program";

const partners = [{ key: "ada", name: "Ada Berg", email: "ada@berg.example" }];
const given = programOf({ partners });
const env = envOn("2026-03-02");
const blank = {
  name: "Bela",
  email: null,
  group: null,
  joinedOn: null,
  key: null,
  formId: null,
  payoutMethod: null,
  payeeName: null,
  payeeType: null,
  paymentEmail: null,
  accountReference: null,
};

test("a partner becomes a row as if it were typed, with one line of Activity", () => {
  const input = { ...blank, group: "Gold", payoutMethod: "Wise", paymentEmail: "b@ela.example" };
  const { program, output } = carryOut(given, addPartner, input, env);

  expect(output).toEqual({ key: "ptn_new1", wasThere: false });
  expect(recordsOf(program, "partners")[1]).toMatchObject({
    key: "ptn_new1",
    name: "Bela",
    group: "Gold",
    joinedOn: "2026-03-02",
    judged: null,
    payoutMethod: "Wise",
    payeeType: "person",
    paymentEmail: "b@ela.example",
  });
  expect(recordsOf(program, "activity")).toMatchObject([{ what: "Added a partner" }]);
});

test("an e-mail that another partner has is reported before anything is written", () => {
  const { output, program } = carryOut(
    given,
    previewPartner,
    { ...blank, email: "ADA@berg.example" },
    env,
  );

  expect(output).toMatchObject({
    notes: ["A partner with this e-mail is already there: “Ada Berg”."],
  });
  expect(program).toEqual(given);
});

test("a key that is taken is refused at its field", () => {
  expect(() => carryOut(given, addPartner, { ...blank, key: "ada" }, env)).toThrow(
    expect.objectContaining({ code: "INPUT_INVALID" }),
  );
});
