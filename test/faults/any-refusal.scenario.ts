import { mkdtempSync, rmSync } from "node:fs";
import { copyFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Driver, openHost, refuse } from "../../host";
import { tables } from "../../src/engine/tables";
import { keepsProgram } from "../support/keeps-program";
import { refusesAll } from "../support/refusing-rule";
import { ask, sheetsOf, smallProgram } from "../support/small-program";

/** Days on which the run comes by: a first one, one of drips and an invoice, one that finalizes. */
const stages = ["2026-01-20", "2026-02-20", "2026-03-12"] as const;
const modes = ["once", "for ever"] as const;
type Mode = (typeof modes)[number];

/** Every call that changes something; the rest only read. */
const changing = /\.(set|insert|delete|clear|append|hide|protect|create|send|remove|flush)/i;

/** One of so many refusals is tried; every one in the long mode. */
const share = Number(process.argv[2]);

interface Outcome {
  readonly tried: number;
  readonly refusals: Readonly<Record<string, number>>;
  readonly wrong: readonly {
    readonly stage: string;
    readonly mode: string;
    readonly at: number;
    readonly name: string;
    readonly what: unknown;
  }[];
}

const folder = mkdtempSync(join(tmpdir(), "refused-"));
const file = (name: string) => join(folder, `${name}.json`);
const open = (path: string, day: string) =>
  openHost({
    keepsProgram,
    file: path,
    now: day,
    timeZone: "UTC",
    user: "me@team.example",
    owner: "owner@team.example",
  });
const run = (host: Driver) => ask(host, "run", { kind: "daily" });

/** A row whose key was refused is judged by a later run: its mark says from which day on. */
const since = /,\\"since\\":\\"[\d-]+\\"/;

/** The sheets with their rows by key, since what was refused comes last. */
function sheets(host: Driver): Record<string, string> {
  const byTab = sheetsOf(host) as Record<string, { rows: readonly Record<string, unknown>[] }>;
  return Object.fromEntries(
    Object.entries(byTab).map(([tab, { rows }]) => {
      const filled = rows.filter((row) => Object.values(row).some((cell) => cell !== ""));
      const lines = filled.map((row) => JSON.stringify(row).replace(since, ""));
      return [tab, JSON.stringify(lines.sort())];
    }),
  );
}

/** The changing calls of a run, in their order, by number. */
async function callsOf(
  path: string,
  day: string,
): Promise<readonly { name: string; at: number }[]> {
  const host = await open(path, day);
  const calls: { name: string; at: number }[] = [];
  host.onServiceCall((name: string, at: number) => {
    if (changing.test(name)) calls.push({ name, at });
  });
  await run(host);
  await host.close();
  return calls;
}

/** What refuses, and how that is taken back. */
interface Refusal {
  readonly name: () => string;
  readonly begin: (host: Driver) => void;
  readonly end: (host: Driver) => void;
}

function byNumber(at: number, mode: Mode): Refusal {
  let name = "";
  return {
    name: () => name,
    begin: (host) =>
      host.onServiceCall((call: string, number: number) => {
        if (number === at) name = call;
        if (number === at || (mode === "for ever" && call === name)) throw refuse("No.");
      }),
    end: (host) => host.onServiceCall(null),
  };
}

function byColumn(tab: string, header: string): Refusal {
  return {
    name: () => `${tab}: ${header}`,
    begin: (host) => host.validate(tab, header, refusesAll),
    end: (host) => host.validate(tab, header, null),
  };
}

/** A row, or a whole tab (0), that its owner alone may change. */
function byProtection(tab: string, row: number): Refusal {
  return {
    name: () => `${tab} ${row}`,
    begin: (host) => host.protect(tab, row === 0 ? null : `A${row}:Z${row}`),
    end: ({ workbook }) => {
      for (const sheet of workbook.sheets) {
        if (sheet.name === tab) Object.assign(sheet, { protections: [] });
      }
      workbook.version++;
    },
  };
}

/** Every column, every tab, and some of its rows. */
const places = (): readonly Refusal[] =>
  Object.values(tables).flatMap(({ sheet, columns }) => [
    ...Object.values(columns).map(({ header }) => byColumn(sheet, header)),
    ...[0, 2, 3, 4, 5].map((row) => byProtection(sheet, row)),
  ]);

/** Runs with something refused, says what it answered, runs again with nothing refused, and compares. */
async function tryOne(path: string, day: string, refusal: Refusal, wanted: Wanted) {
  const host = await open(path, day);
  refusal.begin(host);
  const first = await run(host).then(
    () => "",
    (error: { code?: string; message: string }) => `${error.code}: ${error.message}`,
  );
  refusal.end(host);
  const isTold = first.startsWith("WRITE_REFUSED") || (await problemsOf(host)).length > 0;
  const isSame = differing(sheets(host), wanted.once).length === 0;
  await run(host).catch(() => undefined);
  const after = differing(sheets(host), wanted.again);
  const left = await problemsOf(host);
  await host.close();
  return {
    ...(first !== "" && !first.startsWith("WRITE_REFUSED") ? { first } : {}),
    ...(isSame || isTold ? {} : { untold: true }),
    ...(after.length > 0 ? { after } : {}),
    ...(left.length > 0 ? { left } : {}),
  };
}

const problemsOf = async (host: Driver) => {
  const home = (await ask(host, "home", {})) as { problems: { message: unknown }[] };
  return home.problems.filter(({ message }) => String(message).startsWith("Google refused"));
};

const differing = (found: Record<string, string>, wanted: Record<string, string>) =>
  Object.keys(wanted).filter((tab) => found[tab] !== wanted[tab]);

interface Wanted {
  readonly once: Record<string, string>;
  readonly again: Record<string, string>;
}

async function main(): Promise<Outcome> {
  const host = await open(file("start"), "2026-01-10");
  await smallProgram(host);
  await host.close();
  let snapshot = file("start");
  let tried = 0;
  let turn = 0;
  const refusals: Record<string, number> = {};
  const wrong: Outcome["wrong"][number][] = [];
  const isMyTurn = () => turn++ % share === 0;
  for (const stage of stages) {
    const reference = file(`after-${stage}`);
    await copyFile(snapshot, reference);
    const never = await open(reference, stage);
    await run(never);
    const once = sheets(never);
    await never.close();
    await copyFile(reference, file("again"));
    const twice = await open(file("again"), stage);
    await run(twice);
    const again = sheets(twice);
    await twice.close();
    await copyFile(snapshot, file("copy"));
    const calls = await callsOf(file("copy"), stage);
    for (const mode of modes) {
      for (const { at } of calls) {
        if (!isMyTurn()) continue;
        await copyFile(snapshot, file("copy"));
        const refusal = byNumber(at, mode);
        const what = await tryOne(file("copy"), stage, refusal, { once, again });
        tried++;
        const name = refusal.name();
        refusals[name] = (refusals[name] ?? 0) + 1;
        if (Object.keys(what).length > 0) wrong.push({ stage, mode, at, name, what });
      }
    }
    for (const refusal of places()) {
      if (!isMyTurn()) continue;
      await copyFile(snapshot, file("copy"));
      const what = await tryOne(file("copy"), stage, refusal, { once, again });
      tried++;
      refusals.places = (refusals.places ?? 0) + 1;
      if (Object.keys(what).length > 0) {
        wrong.push({ stage, mode: "place", at: 0, name: refusal.name(), what });
      }
    }
    snapshot = reference;
  }
  return { tried, refusals, wrong };
}

const outcome = await main();
rmSync(folder, { recursive: true });
process.stdout.write(`${JSON.stringify(outcome)}\n`);
