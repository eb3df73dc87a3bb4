import { readForm } from "../../src/ui/import/read-form";

test.each([
  "How should we pay you?",
  "How would you like to be paid?",
  "Payout method",
  "Where should we send your earnings?",
  "Wie sollen wir dich bezahlen?",
  "Comment souhaitez-vous être payé ?",
  "¿Cómo quieres que te paguemos?",
])("“%s” asks how an applicant is paid (PARTNER-7a)", (question) => {
  const form = `Timestamp\tEmail address\tFull name\t${question}\n2026-01-12\tada@example.com\tAda\tPayPal`;
  expect(readForm(form, {}).columns.map(({ target }) => target)).toEqual([
    "date",
    "email",
    "name",
    "payoutMethod",
  ]);
});
test.each(["How do you promote us?", "How many followers do you have?", "Who pays for your plan?"])(
  "“%s” is an answer like any other",
  (question) => {
    const form = `Timestamp\tEmail address\t${question}\n2026-01-12\tada@example.com\tmail`;
    expect(readForm(form, {}).columns[2]?.target).toBe("answer");
  },
);
