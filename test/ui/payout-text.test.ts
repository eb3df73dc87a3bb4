import { payoutText } from "../../src/ui/partner/payout-text";

const nothing = {
  name: "Ada Berg",
  email: "ada@berg.example",
  group: "",
  codes: "",
  codesUntil: "",
  mails: "",
  payoutMethod: "",
  payeeName: "",
  payeeType: "person",
  paymentEmail: "",
  accountReference: "",
};
const said = (given: Partial<typeof nothing>) => payoutText({ details: { ...nothing, ...given } });

test("a partner's header says how the partner is paid, or what a payment file still needs", () => {
  expect(said({})).toBe("No payout method yet");
  expect(said({ payoutMethod: "PayPal", paymentEmail: "a@pay.example" })).toBe(
    "Paid by PayPal to a@pay.example",
  );
  const bank = { payoutMethod: "bank transfer", payeeName: "Berg Ltd" };
  expect(said({ ...bank, accountReference: "DE02 1203" })).toBe(
    "Paid by bank transfer to Berg Ltd, DE02 1203",
  );
  // The e-mail of another method pays nobody by this one.
  expect(said({ ...bank, paymentEmail: "a@pay.example" })).toBe(
    "Paid by bank transfer, but no account reference yet",
  );
  expect(said({ payoutMethod: "Wise", accountReference: "DE02" })).toBe(
    "Paid by Wise, but no payment e-mail yet",
  );
  expect(said({ payoutMethod: "other", accountReference: "In cash" })).toBe(
    "Paid by other means, In cash",
  );
});
