import { outcomeOf } from "../../../../src/engine/intake/import/status-words";

const words = {
  sale: "paid, Paid in full, PAID, succeeded, complete, Completed, captured, payment, Payment received, sale, order, Order completed, invoice paid, charge, bezahlt, Zahlung, Zahlung eingegangen, abgeschlossen, Payé, pagado, pagato, betaald, pago, wc-completed, approved",
  out: "failed, Payment failed, payment pending, Order cancelled, charge failed, invoice unpaid, not paid, Zahlung fehlgeschlagen, nicht bezahlt, storniert, Bestellung storniert, Échoué, paiement refusé, pago rechazado, payout, on-hold, requires_payment_method, expired, Purchase declined, uncaptured, partially paid, void",
  refund:
    "refunded, Payment refunded, Payment Refund, Order refunded, chargeback, disputed, Zahlung erstattet, erstattet, Remboursé, reembolsado, rimborsato, Payment reversal",
} as const;

test.each(Object.entries(words))(
  "words of %s are known wherever they stand (IMPORT-11)",
  (outcome, list) => {
    const wrong = list.split(", ").filter((word) => outcomeOf(word) !== outcome);
    expect(wrong).toEqual([]);
  },
);

test.each([
  "processing",
  "payment due",
  "paid out",
  "order placed",
  "unknown",
  "Payment review",
  "7",
])("“%s” may or may not be a sale, so the import asks", (word) => {
  expect(outcomeOf(word)).toBeUndefined();
});
