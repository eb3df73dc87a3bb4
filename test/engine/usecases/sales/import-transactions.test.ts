import type { Output } from "../../../../src/engine/contract/contract";
import type { Program } from "../../../../src/engine/program/program";
import { addSample } from "../../../../src/engine/usecases/program/add-sample";
import { importOwnTransactions } from "../../../../src/engine/usecases/sales/import-transactions";
import { carryOut, envOn, offsetsOf, programOf, recordsOf } from "../../../support/program";

const settings = [{ key: "program start", value: "2026-01-01" }];
const partners = [{ key: "ada", name: "Ada Berg" }];
const file = [
  "Order ID,Client,Created at,Total,Currency,Affiliate,Colour",
  'o1,"Harbor, Foods",2026-01-05,1200.00,USD,ada,red',
  "o2,Maple,2026-01-03,99.50,USD,bela,blue",
  "o3,Maple,soon,10.00,USD,bela,",
  ",Maple,2025-12-30,10.00,USD,bela,",
].join("\r\n");
const given = programOf({ settings, partners });
const env = envOn("2026-01-20");
const imported = (program = given, more: object = {}) =>
  carryOut(
    program,
    importOwnTransactions,
    { text: file, fromFirst: null, confirmed: true, ...more },
    env,
  );

test("a file is first previewed: how its headers are read, and what each line becomes", () => {
  const { program, output } = imported(given, { confirmed: null });

  expect(program).toEqual(given);
  expect(output).toMatchObject({
    kind: "preview",
    missing: [],
    lines: 4,
    sales: 3,
    customers: 2,
    partners: 1,
    badLines: 1,
    bad: [{ line: 4, reasons: ["“soon” is not a date"] }],
    history: 1,
  });
  expect((output as { columns: unknown }).columns).toContainEqual({
    header: "Colour",
    column: null,
  });
});

test("its sales, customers and partners become rows", () => {
  const { program } = imported();

  expect(recordsOf(program, "partners").map(({ key }) => key)).toEqual(["ada", "bela"]);
  expect(recordsOf(program, "customers")).toMatchObject([
    { key: "Harbor, Foods", partner: "ada", createdOn: { day: "2026-01-05" } },
    { key: "Maple", partner: "bela", createdOn: { day: "2025-12-30" } },
  ]);
  expect(recordsOf(program, "transactions")).toMatchObject([
    { key: "o1", amount: 120_000 },
    { key: "o2", amount: 9_950 },
    { amount: 1_000, date: { day: "2025-12-30" } },
  ]);
  expect(recordsOf(program, "activity")).toHaveLength(1);
});

test("the same file a second time adds nothing, lines without a key included", () => {
  const { program } = imported();
  const again = imported(program);

  expect(again.output).toMatchObject({ kind: "preview", sales: 0, known: 3 });
  expect(again.program).toEqual(program);
});

test("the program can begin with the first of them, so that none is history", () => {
  const { program, output } = imported(given, { fromFirst: true });

  expect(output).toMatchObject({ history: 0 });
  expect(recordsOf(program, "settings")).toMatchObject([{ value: "2025-12-30" }]);
});

test("a file without a required column says which, and imports nothing", () => {
  const { output } = imported(given, { text: "Client,Total\nMaple,10" });

  expect(output).toMatchObject({ missing: ["date"], sales: 0, badLines: 1 });
});

test("a file without lines is refused at its field", () => {
  expect(() => imported(given, { text: "Client,Total\n" })).toThrow(
    expect.objectContaining({ code: "INPUT_INVALID" }),
  );
});

test("a sample fills an empty program, with its start two months ago", () => {
  const { program, output } = carryOut(programOf({ settings }), addSample, {}, env);

  expect(output).toEqual({ partners: 3, sales: 4 });
  expect(recordsOf(program, "settings")).toMatchObject([{ value: "2025-11-20" }]);
  expect(recordsOf(program, "transactions")[0]).toMatchObject({ date: { day: "2025-11-22" } });
});

test("a sample is never added to existing rows", () => {
  expect(() => carryOut(given, addSample, {}, env)).toThrow(
    expect.objectContaining({ code: "PROGRAM_NOT_EMPTY" }),
  );
});

test("a sample's amounts fit the program's currency", () => {
  const yen = [...settings, { key: "program currency", value: "JPY" }];
  const { program } = carryOut(programOf({ settings: yen }), addSample, {}, env);

  expect(recordsOf(program, "transactions")[0]).toMatchObject({ amount: 1_200 });
});

describe("what lines become", () => {
  const people = {
    settings,
    partners,
    customers: [
      {
        key: "c1",
        name: "Harbor",
        partner: "ada",
        email: "harbor@example.com",
        createdOn: "2026-01-01",
      },
    ],
  };
  const take = (lines: readonly string[], program = programOf(people), more: object = {}) => {
    const input = { text: lines.join("\n"), confirmed: true, fromFirst: null, ...more };
    const { program: after, output } = carryOut(program, importOwnTransactions, input, env);
    return { program: after, output: output as Output<"import-transactions"> };
  };
  const rows = (program: Program) =>
    recordsOf(program, "transactions").map(({ key, amount, refundOf, status }) =>
      [key, amount, refundOf, status === "active" ? null : status].filter(Boolean).join(" "),
    );

  test("sales are recognised by status, others are reported with their line and word; unknown words are asked about, not guessed (IMPORT-11)", () => {
    const words =
      "succeeded wc-completed bezahlt failed canceled chargeback Refunded mysterious".split(" ");
    const lines = words.map((word, n) => `s${n},c1,2026-01-10,10,${word}`);
    const { program, output } = take(["id,customer,date,amount,status", ...lines]);

    expect(rows(program)).toEqual(["s0 1000", "s1 1000", "s2 1000"]);
    expect(output.bad.map(({ line, reasons }) => `${line}: ${reasons}`)).toEqual([
      "5: “failed” is no sale: left out",
      "6: “canceled” is no sale: left out",
      "7: all of it was given back before it came here, so it earns nothing: left out",
      "8: all of it was given back before it came here, so it earns nothing: left out",
      "9: “mysterious” may be a sale or not: choose what it is",
    ]);
    expect(output.questions[0]).toMatchObject({
      about: "statuses",
      isOpen: true,
      example: "mysterious",
    });
  });

  test("answers resolve what the file leaves open", () => {
    const answers = {
      outcomes: { mysterious: "sale" },
      dayOrder: "month first",
      currency: "CAD",
      mark: ",",
    };
    const { program } = take(
      ["id;customer;date;amount;status", "a;c1;01/02/2026;$1.200;mysterious"],
      programOf(people),
      { answers: JSON.stringify(answers) },
    );

    expect(recordsOf(program, "transactions")).toMatchObject([
      { key: "a", amount: 120_000, currency: "CAD", date: { day: "2026-01-02" } },
    ]);
  });

  test("refund lines become refunds of their sale; one without a sale is reported (IMPORT-10)", () => {
    const { program, output } = take([
      "id,customer,date,amount,type,refund of",
      "b,c1,2026-01-12,-40,refund,a",
      "a,c1,2026-01-10,100,charge,",
      "c,,2026-01-12,30,refund,a",
      "d,c1,2026-01-12,-5,refund,",
      "e,c1,2026-01-12,5,refund,zz",
      "p,,2026-01-12,-250,payout,",
    ]);

    expect(rows(program)).toEqual(["a 10000", "b 4000 a", "c 3000 a"]);
    expect(output.bad.map(({ line }) => line)).toEqual([5, 6, 7]);
  });

  test("an amount refunded becomes refunds of the sale, each time only what is new (IMPORT-10)", () => {
    const header = "id,customer,date,amount,amount refunded,refunded at";
    const first = take([header, "a,c1,2026-01-10,100,25.00,2026-01-11", "b,c1,2026-01-10,100,0,"]);
    const again = take([header, "a,c1,2026-01-10,100,25.00,2026-01-11"], first.program);
    const later = take([header, "a,c1,2026-01-10,100,40.00,2026-01-15"], again.program);
    const over = take([header, "x,c1,2026-01-10,100,140.00,"], later.program);

    expect(rows(first.program)).toEqual(["a 10000", "b 10000", "a-refund 2500 a"]);
    expect(rows(again.program)).toEqual(rows(first.program));
    expect(rows(later.program)).toEqual([...rows(first.program), "a-refund-2 1500 a"]);
    expect(over.output.bad).toEqual([{ line: 2, reasons: ["“140.00” is more than was paid"] }]);
  });

  test("a sale that is here and whose status is now “refunded” gets its refund", () => {
    const header = "id,customer,date,amount,status";
    const paid = take([header, "a,c1,2026-01-10,100,paid"]);
    const { program, output } = take([header, "a,c1,2026-01-10,100,refunded"], paid.program);

    expect(rows(program)).toEqual(["a 10000", "a-refund 10000 a"]);
    expect(output).toMatchObject({ known: 1, refunds: 1, badLines: 0 });
  });

  test.each([
    ["Refunded", "true", "false"],
    ["Refunded?", "Yes", ""],
    ["Fully Refunded", "x", "no"],
    ["erstattet", "ja", "nein"],
    ["remboursé", "oui", "non"],
    ["reembolsado", "sí", "no"],
  ])("a column %s says by %p or %p whether the whole sale was refunded", (header, yes, no) => {
    const first = `id,customer,date,amount,${header}`;
    const given = (back: string) => [
      first,
      `a,c1,2026-01-10,100,${back}`,
      `b,c1,2026-01-11,50,${no}`,
    ];
    const fresh = take(given(yes));
    const paid = take(given(no));
    const later = take(given(yes), paid.program);

    expect(rows(fresh.program)).toEqual(["b 5000"]);
    expect(rows(paid.program)).toEqual(["a 10000", "b 5000"]);
    expect(rows(later.program)).toEqual(["a 10000", "b 5000", "a-refund 10000 a"]);
    expect(later.output).toMatchObject({ known: 2, refunds: 1, badLines: 0 });
  });

  test("yes/no columns say by their headers which lines are no sale, several of them in one file (IMPORT-11)", () => {
    const { program, output } = take([
      "id,customer,date,amount,Refunded?,Disputed?,Cancelled,Chargeback",
      "a,c1,2026-01-10,100,no,0,false,",
      "b,c1,2026-01-10,100,no,1,false,",
      "c,c1,2026-01-10,100,no,0,true,no",
      "d,c1,2026-01-10,100,yes,0,false,no",
      "e,c1,2026-01-10,100,no,0,false,x",
    ]);

    expect(rows(program)).toEqual(["a 10000"]);
    expect(output).toMatchObject({ sales: 1, refunds: 0 });
    expect(output.bad.map(({ line }) => line)).toEqual([3, 4, 5, 6]);
  });

  test("a partner is found by the visible name, ignoring blanks and accents (CELL-4)", () => {
    const named = programOf({
      ...people,
      partners: [{ key: "ann", name: "Ann\u00a0  Lee\u0301" }],
    });
    const { program } = take(
      ["id,customer,date,amount,affiliate", "a,new,2026-01-10,100,ann leé"],
      named,
    );

    expect(recordsOf(program, "partners").map(({ key }) => key)).toEqual(["ann"]);
    expect(recordsOf(program, "customers").find(({ key }) => key === "new")?.partner).toBe("ann");
  });

  test("a new customer's partner who may be one of several is not guessed; the key or another line's goes in", () => {
    const named = programOf({
      ...people,
      partners: [
        { key: "ann", name: "Ann Lee" },
        { key: "bob", name: "ann  lee" },
      ],
    });
    const { program, output } = take(
      [
        "id,customer,date,amount,affiliate",
        "a,new,2026-01-10,100,Ann Lee",
        "b,other,2026-01-10,100,bob",
      ],
      named,
    );

    expect(output.bad).toEqual([
      {
        line: 2,
        reasons: ["several partners are called “Ann Lee” (ann, bob): write the key of one"],
      },
    ]);
    expect(recordsOf(program, "partners").map(({ key }) => key)).toEqual(["ann", "bob"]);
    expect(recordsOf(program, "transactions").map(({ key }) => key)).toContain("b");
    expect(recordsOf(program, "transactions").map(({ key }) => key)).not.toContain("a");
  });

  test("a problem with the key of a refunded sale is reported once", () => {
    const { output } = take([
      "id,customer,date,amount,refund of",
      `r,c1,2026-01-10,-5,${"x".repeat(300)}`,
    ]);

    expect(output.bad).toEqual([{ line: 2, reasons: ["A key has at most 255 characters"] }]);
  });

  test("lines without a key are counted: a fourth identical line in a later file is new", () => {
    const line = "c1,2026-01-10,5";
    const first = take(["customer,date,amount", line, line, line]);
    const second = take(["customer,date,amount", line, line, line, line], first.program);

    expect(first.output).toMatchObject({ sales: 3, known: 0 });
    expect(second.output).toMatchObject({ sales: 1, known: 3 });
    expect(rows(second.program)).toHaveLength(4);
  });

  test("a line with the same key is the same line, or one to correct; further lines of an order have no amount", () => {
    const { program, output } = take([
      "id,customer,date,amount",
      "a,c1,2026-01-10,100",
      "a,c1,2026-01-10,100",
      "a,,,",
      "a,c1,2026-01-10,90",
    ]);

    expect(rows(program)).toEqual(["a 10000"]);
    expect(output).toMatchObject({
      doubles: 1,
      bad: [{ line: 5, reasons: ["the key “a” is also in line 2"] }],
    });
  });

  test("a known line with another amount is reported as changed, and its row is not changed", () => {
    const first = take(["id,customer,date,amount", "a,c1,2026-01-10,100"]);
    const { program, output } = take(
      ["id,customer,date,amount", "a,c1,2026-01-10,90"],
      first.program,
    );

    expect(rows(program)).toEqual(["a 10000"]);
    expect(output.changed).toEqual([
      { line: 2, reasons: ["“a” is here with 100.00 USD, and the file says 90.00 USD"] },
    ]);
  });

  test("customers are found by e-mail, partners by name; both are added if unknown", () => {
    const { program, output } = take([
      "id,email,name,date,amount,affiliate",
      "a,HARBOR@example.com,Harbor,2026-01-10,5,",
      "b,new@example.com,New Foods,2026-01-10,5,Ada Berg",
      "c,other@example.com,Other,2026-01-10,5,",
    ]);

    expect(recordsOf(program, "transactions").map(({ customer }) => customer)).toEqual([
      "c1",
      "new@example.com",
      "other@example.com",
    ]);
    expect(recordsOf(program, "customers")[1]).toMatchObject({
      key: "new@example.com",
      name: "New Foods",
      email: "new@example.com",
      partner: "ada",
    });
    expect(output).toMatchObject({ customers: 2, partners: 0, noPartner: 1 });
  });

  test("times in UTC fall on the spreadsheet's day, by the cell, the header or a column of zones (IMPORT-9)", () => {
    const world = { ...env, zones: offsetsOf("America/New_York") };
    const days = (lines: readonly string[]) => {
      const input = { text: lines.join("\n"), confirmed: true, fromFirst: null };
      const { program } = carryOut(programOf(people), importOwnTransactions, input, world);
      return recordsOf(program, "transactions").map(({ date }) => `${date.day} ${date.time}`);
    };

    expect(days(["id,customer,created,amount", "a,c1,2026-02-01T03:30:00Z,5"])).toEqual([
      "2026-01-31 22:30:00",
    ]);
    expect(days(["id,customer,Created date (UTC),amount", "a,c1,2026-02-01 00:00,5"])).toEqual([
      "2026-01-31 19:00:00",
    ]);
    expect(
      days(["id,customer,Date,Time,TimeZone,amount", "a,c1,2026-01-31,9:30:00 PM,PST,5"]),
    ).toEqual(["2026-02-01 00:30:00"]);
  });
});
