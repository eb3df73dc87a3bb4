import { outsideJest } from "../support/outside-jest";

interface Refused {
  readonly said: string;
  readonly changed: boolean;
}
interface Outcome {
  readonly headers: { readonly found: Readonly<Record<string, Refused>>; readonly healed: string };
  readonly tabs: { readonly found: Readonly<Record<string, Refused>>; readonly healed: string };
  readonly double: { readonly transactions: Refused; readonly rewards: Refused };
  readonly nothing: Readonly<Record<string, { code: string; message: string; changed: boolean }>>;
  readonly foreign: { readonly kept: boolean; readonly tabs: readonly string[] };
  readonly validation: {
    readonly said: string;
    readonly amounts: readonly number[];
    readonly after: number;
  };
  readonly almost: {
    readonly said: string;
    readonly ran: string;
    readonly tabs: number;
    readonly partners: readonly Readonly<Record<string, unknown>>[];
  };
  readonly settings: readonly Readonly<Record<string, unknown>>[];
}

let outcome: Outcome;
beforeAll(async () => {
  outcome = await outsideJest<Outcome>("test/faults/broken-program.scenario.ts");
});

test("a missing header on any tab stops the run with its tab and name, and changes nothing", () => {
  const { found, healed } = outcome.headers;

  expect(Object.keys(found)).toHaveLength(11);
  for (const [tab, { said, changed }] of Object.entries(found)) {
    expect(said).toMatch(
      new RegExp(`^HEADER_MISSING: The tab “${tab}” has no column “(Key|Value)”`),
    );
    expect(changed).toBe(false);
  }
  expect(healed).toContain("3 rewards made");
});

test("a tab that is renamed or gone stops the run with its name, and changes nothing", () => {
  const { found, healed } = outcome.tabs;

  expect(Object.keys(found)).toHaveLength(11);
  for (const [tab, { said, changed }] of Object.entries(found)) {
    expect(said).toMatch(new RegExp(`^TABLE_MISSING: The tab “${tab}” is missing`));
    expect(changed).toBe(false);
  }
  expect(healed).toContain("3 rewards made");
});

test("two columns with one of our headers stop the run, since a guess could write into the team's own", () => {
  const { transactions, rewards } = outcome.double;

  expect(transactions.said).toMatch(
    /^HEADER_DOUBLE: The tab “Transactions” has two columns “Amount”/,
  );
  expect(rewards.said).toMatch(/^HEADER_DOUBLE: The tab “Rewards” has two columns “Run”/);
  expect([transactions.changed, rewards.changed]).toEqual([false, false]);
});

test("an empty workbook answers every call with the tab that is missing and how to set up", () => {
  for (const refused of Object.values(outcome.nothing)) {
    expect(refused).toMatchObject({ code: "TABLE_MISSING", changed: false });
    expect(refused.message).toContain("Set up this spreadsheet");
  }
});

test("a tab of the team's own stays as it is, byte for byte, through set-up and a month of runs", () => {
  expect(outcome.foreign.kept).toBe(true);
  expect(outcome.foreign.tabs).toContain("Sheet1");
});

test("a team's validation that forbids our values is reported in Google's words, and once it is removed nothing is lost or doubled", () => {
  const { said, amounts, after } = outcome.validation;

  expect(said).toMatch(/^WRITE_REFUSED: Rewards › .*The data you entered in cell \w+ violates/);
  expect(said).toContain("Data › Data validation");
  expect(amounts).toEqual([50, 20, 1.4]);
  expect(after).toBe(3);
});

test("a team's own tab “partners” becomes the tab Partners: its rows get keys, its columns stay", () => {
  const { said, ran, tabs, partners } = outcome.almost;

  expect(said).toContain('"added":["Partners: Key"');
  expect(ran).toBe("Nothing was due.");
  expect(tabs).toBe(12);
  expect(partners).toMatchObject([{ Name: "Ann", "Our code": "X1" }]);
  expect(partners[0]?.Key).toMatch(/^ptn_\w{8}$/);
});

test("a setting that can't be read stops every run, marks only its own cell, and is cured by correcting it", () => {
  expect(outcome.settings).toHaveLength(8);
  for (const { setting, ...found } of outcome.settings) {
    expect([setting, found]).toEqual([
      setting,
      { named: true, untouched: true, marks: 1, shown: 1, mailed: true, left: 0, rewards: 3 },
    ]);
  }
});
