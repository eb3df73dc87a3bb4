import type { Cell } from "../../../src/engine/kernel/fields";
import { run } from "../../../src/engine/usecases/program/run";
import { carryOut, envOn } from "../../support/program";
import { byKey } from "../invoices/money-run";
import {
  customer,
  outcomeOf,
  programWith,
  retyped,
  rules,
  sale,
  trigger,
} from "../judging/judge-on";

type Cells = Readonly<Record<string, Cell>>;
const program = programWith({
  triggers: [
    trigger("t", {
      percent: "10",
      rules: rules({ all: [{ fact: "transaction.Amount", operator: "greaterThan", value: 1 }] }),
    }),
  ],
  transactions: [sale("S1", "2026-03-02", 100)],
});
const runOn = (given: typeof program, today: string) =>
  carryOut(given, run, { kind: "daily" }, envOn(today)).program;
const withCustomer = (cells: Cells) => retyped(program, "customers", "acme", cells);

test.each([
  ["2026-03-20", /granted 10\.00/],
  ["2026-03-02", /granted 10\.00/],
  ["2026-03-01", /^customer is archived$/],
  ["", /granted 10\.00/],
])(
  "a sale of 2 March, judged on 3 March, of a customer archived on “%s” (TIME-4)",
  (archivedOn, outcome) => {
    const given = withCustomer({ status: "archived", archivedOn });
    expect(outcomeOf(runOn(given, "2026-03-03"), "S1")).toMatch(outcome);
  },
);

test("an event sees a customer who was archived later as active (TIME-4)", () => {
  const isActive = rules({
    all: [{ fact: "customer.Status", operator: "equal", value: "active" }],
  });
  const asks = retyped(program, "triggers", "t", { rules: isActive });
  const given = retyped(asks, "customers", "acme", {
    status: "archived",
    archivedOn: "2026-03-02",
  });
  expect(outcomeOf(runOn(given, "2026-03-03"), "S1")).toMatch(/granted 10\.00/);
});

test("archived without a day gets the run's day; unarchived and archived again, the later run's day", () => {
  const first = runOn(withCustomer({ status: "archived" }), "2026-03-03");
  expect(byKey(first, "customers", "acme").archivedOn).toBe("2026-03-03");

  const active = runOn(retyped(first, "customers", "acme", { status: "active" }), "2026-04-01");
  expect(byKey(active, "customers", "acme").archivedOn).toBeNull();

  const again = runOn(retyped(active, "customers", "acme", { status: "archived" }), "2026-05-05");
  expect(byKey(again, "customers", "acme").archivedOn).toBe("2026-05-05");
});

test("a day typed beside an active record stays until somebody archives it", () => {
  const given = withCustomer({ ...customer(), archivedOn: "2026-06-01" });
  expect(byKey(runOn(given, "2026-03-03"), "customers", "acme").archivedOn).toBe("2026-06-01");
});
