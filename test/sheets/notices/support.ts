import type { Driver, HostOptions } from "../../../host";
import { prepared } from "../../support/prepared";
import { rateTrigger } from "../../support/rate-trigger";
import { openProgram } from "../support/program";

const names = ["ann", "bela", "cyd"] as const;

/** Three partners with a customer each and 20 % of each sale; notices are on, and a run has come. */
export const withNotices = (
  settings: Readonly<Record<string, unknown>> = { noticesToPartners: "each" },
  options: HostOptions = {},
): Promise<Driver> =>
  prepared(JSON.stringify([settings, options, "notices"]), () => open(settings, options));

async function open(
  settings: Readonly<Record<string, unknown>>,
  options: HostOptions,
): Promise<Driver> {
  const host = await openProgram(
    {
      Partners: names.map((key) => ({ Key: key, Name: key, "E-mail": `${key}@partner.example` })),
      Customers: names.map((key) => ({
        Key: `cus_${key}`,
        Name: `Shop ${key}`,
        Partner: key,
        "Created on": "2026-03-02",
      })),
      Triggers: [{ ...rateTrigger, "Offer description": "20 % of each sale" }],
    },
    { now: "2026-04-02", ...options },
  );
  host.type("Settings", { Key: "mail partners" }, "Value", "yes");
  await change(host, settings);
  await run(host);
  return host;
}

/** Calls the sidebar's door, which must not refuse; a run whose answer is lost to a kill is told by `killed`. */
export async function ask(host: Driver, call: string, input: unknown): Promise<unknown> {
  const reply = (await host.rpc(call, input)) as { ok: boolean; output?: unknown; error?: unknown };
  if (!reply.ok) throw new Error(`${call}: ${JSON.stringify(reply.error)}`);
  return reply.output;
}
export const change = (host: Driver, settings: Readonly<Record<string, unknown>>) =>
  ask(host, "change-settings", settings);
export const run = (host: Driver) => ask(host, "run", { kind: "by hand" });

/** A sale of so much to a partner's customer. */
export const sell = (host: Driver, key: string, partner = "ann", amount = 100) =>
  host.append("Transactions", [
    { Key: key, Customer: `cus_${partner}`, Date: "2026-04-01", Amount: amount, Currency: "USD" },
  ]);

/** Who got which mail, in their order, without the program's name. */
export const mails = (host: Driver): readonly string[] =>
  host
    .outbox()
    .map(({ to, subject }) =>
      `${to}: ${subject.replace(/^Partner program: /, "")}`.replace("@partner.example", ""),
    );

/** Every text of Activity. */
export const activity = (host: Driver): string => JSON.stringify(host.rows("Activity"));

/** The sheets as they are, to be put back as an older version; properties are no part of it. */
export function keepVersion(host: Driver): () => void {
  const kept = structuredClone({ sheets: host.workbook.sheets });
  return () => {
    Object.assign(host.workbook, { ...structuredClone(kept), calculated: "" });
    host.workbook.version++;
  };
}
