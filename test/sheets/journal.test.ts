import type { Driver } from "../../host";
import { writeBlock } from "../../host/workbook";
import { fingerprint } from "../../src/engine/kernel/keys";
import { kill } from "../support/host";
import { jsonOf, openProgram, sheetsOf, smallProgram } from "./support/program";

interface Answer {
  readonly ok: boolean;
  readonly error?: { readonly code: string };
}
const run = async (host: Driver): Promise<Answer> => {
  const { ok, error } = (await host.rpc("run", { kind: "by hand" })) as Answer;
  return error ? { ok, error } : { ok };
};
/** Every call in the long mode, else one of so many. */
const oneOf = (many: number): number => (process.env.REFUSALS === undefined ? many : 1);
const problems = async (host: Driver): Promise<string> => {
  const home = (await host.rpc("home", {})) as { output: { problems: readonly unknown[] } };
  return JSON.stringify(home.output.problems);
};
const lines = (host: Driver): string =>
  host
    .rows("Activity")
    .map(({ What, Why }) => `${What}\n${Why}`)
    .join("\n");

/** The cells that differ from what is wanted, as "Tab, line: Header". */
function differences(host: Driver, wanted: string): readonly string[] {
  type Rows = Record<string, readonly Record<string, unknown>[]>;
  const found = JSON.parse(jsonOf(sheetsOf(host))) as Rows;
  return Object.entries(JSON.parse(wanted) as Rows).flatMap(([tab, rows]) => {
    const others = found[tab] ?? [];
    if (others.length !== rows.length) return [`${tab}: ${others.length} rows`];
    return rows.flatMap((row, i) =>
      Object.entries(row).flatMap(([header, cell]) => {
        const other = others[i]?.[header];
        return other === cell ? [] : [`${tab}, ${i}: ${header} ${other} (${cell})`];
      }),
    );
  });
}

/** The program after two runs that nothing disturbed. */
async function undisturbed(program = smallProgram) {
  const host = await openProgram(program);
  await run(host);
  await run(host);
  return jsonOf(sheetsOf(host));
}

/** Types a journal with a right checksum, which nobody but a program can have written. */
function typeJournal(host: Driver, text: string): void {
  const sheet = host.workbook.sheets.find(({ name }) => name === "_journal");
  if (!sheet) throw new Error("no journal");
  const cells = [`journal 1 1 ${fingerprint(text)}`, `:${text}`];
  for (const [index, cell] of cells.entries()) {
    const rect = { row: index + 1, column: 1, rows: 1, columns: 1 };
    writeBlock(host.workbook, sheet, rect, { cells: [cell], dates: [] });
  }
}

test.each([
  `{"effects":0}`,
  "null",
  `{"effects":[{"kind":"insert","table":"nowhere","key":"a","cells":{}}]}`,
  `{"effects":[{"kind":"update","table":"rewards","key":"a","copy":0,"cells":{"amount":5}}]}`,
])(
  "a senseless journal with a correct checksum is kept and reported, and stops nothing: %s",
  async (text) => {
    const host = await openProgram();
    typeJournal(host, text);

    expect(await run(host)).toMatchObject({ ok: true });
    expect(await problems(host)).toContain("could not be finished");
    await run(host);
    expect(jsonOf(sheetsOf(host))).toBe(await undisturbed());

    expect(await host.rpc("settle-refused", { choice: "give up" })).toMatchObject({ ok: true });
    expect(await problems(host)).not.toContain("could not be finished");
    expect(lines(host)).toContain("Gave up what Google refused to write.");
  },
);

test("a journal that ends two executions is kept, and finished when retried", async () => {
  const host = await openProgram();
  const isSaved = () =>
    host.workbook.sheets.some(
      ({ name, rows }) => name === "_journal" && String(rows[0]?.cells[0]).startsWith("journal"),
    );
  host.onServiceCall((call) => {
    if (call === "Range.setValues" && isSaved()) throw kill("none");
  });
  for (let execution = 1; execution <= 3; execution++) await run(host).catch(() => undefined);
  expect(host.executions().filter(({ status }) => status !== "completed")).toHaveLength(3);
  host.onServiceCall(null);

  expect(await run(host)).toMatchObject({ ok: true });
  expect(await problems(host)).toContain("could not be finished");
  expect(await host.rpc("settle-refused", { choice: "try again" })).toMatchObject({ ok: true });
  expect(await problems(host)).not.toContain("could not be finished");
  await run(host);
  expect(jsonOf(sheetsOf(host))).toBe(await undisturbed());
});

test("if Google refuses the journal itself nothing is changed, Home says so, and the next run does everything", async () => {
  const host = await openProgram(smallProgram, {
    user: "me@team.example",
    owner: "o@team.example",
  });
  const before = jsonOf(sheetsOf(host));
  host.protect("_journal", null);

  expect(await run(host)).toMatchObject({ ok: false, error: { code: "WRITE_REFUSED" } });
  expect(await problems(host)).toContain("The last run stopped, since Google refused");
  const keyless = (text: string) => text.replace(/"Key": "trx_\w{8}"/g, '"Key": ""');
  expect(keyless(jsonOf(sheetsOf(host)))).toBe(before);

  for (const sheet of host.workbook.sheets) Object.assign(sheet, { protections: [] });
  expect(await run(host)).toMatchObject({ ok: true });
  expect(await problems(host)).not.toContain("The last run stopped");
  await run(host);
  expect(jsonOf(sheetsOf(host))).toBe(await undisturbed());
});

test("the journal's tab deleted between runs is made again, and one sentence says so", async () => {
  const host = await openProgram();
  await run(host);
  host.deleteSheet("_journal");

  expect(await run(host)).toMatchObject({ ok: true });
  expect(lines(host)).toContain("The hidden tab “_journal” was deleted");
  expect(host.sheetNames()).toContain("_journal");
  await run(host);
  expect(jsonOf(sheetsOf(host))).toBe(await undisturbed());
});

async function callsOfRun(host: Driver): Promise<number> {
  const { calls } = (await host.atSheet("rpc", "run", { kind: "by hand" })).usage;
  return Object.values(calls).reduce((sum, each) => sum + each, 0);
}

test("a time zone changed at any call of a run makes no date of another day", async () => {
  // On the day of the run in both, too.
  const zones = ["America/Los_Angeles", "Asia/Tokyo"] as const;
  // A key that is made from what a row says may come from another reading of its date.
  const keyed = {
    ...smallProgram,
    Transactions: (smallProgram.Transactions ?? []).filter(({ Key }) => Key !== ""),
  };
  const wanted = await undisturbed(keyed);
  const total = await callsOfRun(await openProgram(keyed));
  const share = oneOf(29);
  const wrong: unknown[] = [];
  for (let at = 1; at <= total; at += share) {
    for (const zone of zones) {
      for (const isKilled of [false, true]) {
        const host = await openProgram(keyed);
        host.onServiceCall((_, number) => {
          if (number === at) host.setTimeZone(zone);
          if (number === at + 2 && isKilled) throw kill("all");
        });
        const first = await run(host).catch(() => ({ ok: true }));
        host.onServiceCall(null);
        await run(host);
        await run(host);
        host.setTimeZone("UTC");
        const differ = differences(host, wanted);
        if (!first.ok || differ.length > 0) wrong.push({ at, zone, isKilled, first, differ });
      }
    }
  }
  expect(wrong).toEqual([]);
});

test("a tab deleted under a run's hands: the answer says how it comes back, and once it is back the run is finished (REFUSAL-7a)", async () => {
  const whole = await openProgram();
  const before = whole.fork();
  let calls = 0;
  whole.onServiceCall(() => {
    calls++;
  });
  await run(whole);
  whole.onServiceCall(null);
  const codes = new Set<string>();
  for (let at = 1; at <= calls; at += oneOf(29)) {
    const host = before.fork();
    const { workbook } = host;
    const place = workbook.sheets.findIndex(({ name }) => name === "Rewards");
    const [rewards] = workbook.sheets.slice(place, place + 1);
    host.onServiceCall((_: string, number: number) => {
      if (number === at) host.deleteSheet("Rewards");
    });
    const { error } = await run(host);
    host.onServiceCall(null);
    codes.add(error?.code ?? "ok");
    workbook.sheets.splice(place, 0, rewards as never);
    workbook.version++;
    expect(await run(host)).toEqual({ ok: true });
    await run(host);
    expect(
      differences(host, jsonOf(sheetsOf(whole))).filter((each) => !each.startsWith("Activity")),
    ).toEqual([]);
  }
  expect([...codes].filter((code) => code !== "ok")).toEqual(["TABLE_MISSING"]);
});
