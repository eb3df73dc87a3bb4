import fc from "fast-check";
import type { Move } from "../../../../src/engine/intake/import/move-row";
import { partsOfMoves } from "../../../../src/engine/intake/import/parts-of";
import { planMoves } from "../../../../src/engine/intake/import/plan-moves";
import { readFile } from "../../../../src/engine/intake/import/read-file";
import { moveReaders } from "../../../../src/engine/intake/import/read-moves";
import type { Currency } from "../../../../src/engine/kernel/money";
import { begin } from "../../../../src/engine/program/work";
import { moveIn } from "../../../../src/engine/usecases/sales/move-in";
import { law } from "../../../support/laws";
import { carryOut, envOn, offsetsOf, programOf } from "../../../support/program";

const env = envOn("2026-02-01");
const movesOf = (kind: Move, lines: readonly string[]) =>
  readFile(
    lines.join("\n"),
    { lines: kind },
    { programCurrency: "USD" as Currency, decimalMark: ".", zones: offsetsOf("") },
    moveReaders,
  ).lines.flatMap((line) => (line.kind === "move" ? [line.row] : []));

const people = programOf({
  partners: [
    { key: "1", name: "Bela", email: "bela@example.com" },
    { key: "p2", name: "Cy", email: "cy@example.com" },
  ],
  customers: ["c1", "c2", "c3"].map((key) => ({
    key,
    name: key,
    email: key === "c3" ? "three@example.com" : "shared@example.com",
    partner: "p2",
    createdOn: "2026-01-01",
  })),
});
const planned = (kind: Move, lines: readonly string[], program = people) =>
  planMoves(begin(program), kind, movesOf(kind, lines), env);
const one = fc.constantFrom<string[]>;
const names: Readonly<Record<string, string>> = {
  "1": "Bela",
  p2: "Cy",
  "bela@example.com": "Bela",
  "cy@example.com": "Cy",
};
law(
  "who shares a key or an e-mail with another is told and left out, never taken for that one (IMPORT-16)",
  fc.record({
    key: one("1", "p2", "9"),
    email: one("bela@example.com", "cy@example.com", "nobody@example.com", ""),
    name: one("Bela", "Cy", "Zoe", ""),
  }),
  ({ key, email, name }) => {
    const plan = planned("partners", ["id,name,email", `${key},${name},${email}`]);
    const byKey = names[key] ?? "";
    const byMail = names[email] ?? "";
    const isClash =
      byKey !== "" && email !== "" && byMail !== byKey && (byMail !== "" || name !== byKey);
    const counted = [plan.partners.length, plan.known, plan.bad.length];
    expect(counted).toEqual(isClash ? [0, 0, 1] : byKey || byMail ? [0, 1, 0] : [1, 0, 0]);
  },
);
test("a customer whose e-mail several have is left out and names them; a key tells who it is (IMPORT-16)", () => {
  const plan = planned("customers", [
    "id,name,email,partner",
    "c9,Z,SHARED@example.com,p2",
    "c1,c1,shared@example.com,p2",
    "c3,Zoe,zoe@example.com,p2",
  ]);
  expect(plan.customers).toEqual([]);
  expect(plan.known).toBe(1);
  expect(plan.bad).toEqual([
    {
      line: 2,
      reasons: ["several customers have “SHARED@example.com” (c1, c2): write the key of one"],
    },
    {
      line: 4,
      reasons: [
        "“c3” is here as c3 (three@example.com), and the file says Zoe (zoe@example.com): give one of them another key",
      ],
    },
  ]);
});
test("a reward that is here and owed otherwise in the file is told, and stays (IMPORT-16)", () => {
  const columns = "id,partner,date,amount,currency,status";
  const moves = movesOf("open rewards", [columns, "r1,p2,2026-01-05,10.00,USD,pending"]);
  const rows = JSON.stringify(partsOfMoves(moves)[0]);
  const sent = { rows, lines: "open rewards", file: "owed.csv", formId: "f", part: 1 } as const;
  const taken = carryOut(people, moveIn, sent, env).program;
  for (const other of [
    "1,2026-01-05,10.00,USD",
    "p2,2026-01-05,12.00,USD",
    "p2,2026-01-05,10.00,EUR",
  ]) {
    const plan = planned("open rewards", [columns, `r1,${other},pending`], taken);
    expect([plan.rewards.length, plan.known, plan.bad.length]).toEqual([0, 1, 1]);
    expect(plan.bad[0]?.reasons[0]).toMatch(
      /^“r1” is here with 10\.00 USD for p2, and the file says /,
    );
  }
});
