import { withOwner } from "../../../../src/engine/intake/import/import-row";
import { partsOf } from "../../../../src/engine/intake/import/parts-of";
import { readFile } from "../../../../src/engine/intake/import/read-file";
import type { Currency } from "../../../../src/engine/kernel/money";
import { run } from "../../../../src/engine/usecases/program/run";
import { importRows } from "../../../../src/engine/usecases/sales/import-rows";
import { carryOut, envOn, offsetsOf, recordsOf } from "../../../support/program";
import { partner, programWith, trigger } from "../../judging/judge-on";

const env = envOn("2026-02-10");
const program = programWith({
  partners: [partner({ key: "sam", codes: "SAM10" }), partner({ key: "kim", codes: "KIM5" })],
  customers: [],
  triggers: [
    trigger("hello", { event: "customer created", amount: 5 }),
    trigger("rate", { percent: "10" }),
  ],
});
const file = [
  "Order ID,Customer email,Name,Date,Amount,Discount code",
  "1,jo@x.test,Jo,2026-02-03,100.00,",
  '2,JO@x.test,Jo,2026-02-01,100.00,"summer, sam10"',
  "3,al@x.test,Al,2026-02-03,100.00,",
  "4,bo@x.test,Bo,2026-02-03,100.00,WELCOM",
  "5,bo@x.test,Bo,2026-02-04,100.00,WELCOM",
].join("\n");
const { lines } = readFile(
  file,
  {},
  {
    programCurrency: "USD" as Currency,
    decimalMark: ".",
    zones: offsetsOf(""),
  },
);
const rows = lines.flatMap((line) => (line.kind === "row" ? [line.row] : []));
const imported = (owner = "") => {
  const [part] = partsOf(withOwner(rows, owner));
  const input = { rows: JSON.stringify(part), startOn: null, file: "f.csv", formId: "f", part: 1 };
  return carryOut(program, importRows, input, env);
};

test("an import keeps codes, and says which sales have no partner and which wait for a code (IMPORT-6)", () => {
  const { program: after, output } = imported();
  expect(output).toMatchObject({
    sales: 5,
    noPartner: 1,
    noPartnerCustomers: ["al@x.test"],
    unknownCodes: [{ code: "WELCOM", sales: 2 }],
  });
  expect(recordsOf(after, "transactions").map(({ code }) => code)).toEqual([
    null,
    "sam10",
    null,
    "WELCOM",
    "WELCOM",
  ]);
  const ran = carryOut(after, run, { kind: "daily" }, env).program;
  // The first day of a new customer is that of the sale with the code, so the signing up is the partner's, too.
  expect(
    recordsOf(ran, "rewards")
      .map(({ key, partner: of, amount }) => [key, of, amount])
      .sort(),
  ).toEqual([
    ["1/rate", "sam", 1000],
    ["2/rate", "sam", 1000],
    ["jo@x.test/hello", "sam", 500],
  ]);
  expect(recordsOf(ran, "customers").map(({ key, name, partner: of }) => [key, name, of])).toEqual([
    ["jo@x.test", "Jo", "sam"],
    ["al@x.test", "Al", null],
    ["bo@x.test", "Bo", null],
  ]);
});

test("a partner chosen for customers without one leaves those who gave a code to it", () => {
  const { program: after } = imported("kim");
  expect(recordsOf(after, "customers").map(({ key, partner: of }) => [key, of])).toEqual([
    ["jo@x.test", null],
    ["al@x.test", "kim"],
    ["bo@x.test", null],
  ]);
});
