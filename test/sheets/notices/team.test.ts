import { change, keepVersion, mails, run, sell, withNotices } from "./support";

const TEAM = "hooks@chat.example";
const bodies = (host: Awaited<ReturnType<typeof withNotices>>) =>
  host.outbox().map(({ body }) => body);

test("the team hears once of what is on hold, of invoices opened, ending, overdue, and of a ceiling passed (PARTNER-6b)", async () => {
  const host = await withNotices({ noticesToTeam: TEAM, forecastCeiling: "USD 30" });
  host.type("Settings", { Key: "silence approves" }, "Value", "yes");
  sell(host, "T1");
  sell(host, "T2", "bela", 55);
  await run(host);
  await run(host);
  expect(mails(host)).toEqual([`${TEAM}: above the ceiling`]);
  expect(bodies(host)[0]).toContain("2026-05: 31.00 USD (the ceiling is 30.00 USD)");
  await host.rpc("set-reward-status", {
    rewards: ["T1/rate"],
    status: "held",
    reason: "Who is that?",
  });
  await run(host);
  await run(host);
  expect(mails(host).slice(1)).toEqual([`${TEAM}: rewards on hold`]);
  expect(bodies(host)[1]).toContain("- ann: 20.00 USD (Who is that?)");
  expect(bodies(host)[1]).toContain("https://docs.google.com/spreadsheets/d/");
  await host.rpc("set-reward-status", { rewards: ["T1/rate"], status: "approved" });
  await host.clock.advanceTo("2026-05-02");
  expect(mails(host).slice(2)).toEqual([`${TEAM}: above the ceiling`, `${TEAM}: invoice opened`]);
  expect(bodies(host)[3]).toContain("2026-04, USD: 31.00 USD (2 lines, until May 7, 2026)");
  await host.clock.advanceTo("2026-05-16");
  expect(mails(host).slice(4)).toEqual([`${TEAM}: review ends`, `${TEAM}: payment overdue`]);
  expect(bodies(host)[5]).toContain("since May 13, 2026, to 2 partners");
});

test("the team hears of a schedule that was missed, and of nothing where nothing is", async () => {
  const before = await withNotices({ noticesToTeam: TEAM });
  await before.clock.advanceTo("2026-04-04");
  expect(mails(before)).toEqual([]);
  // Nobody's clock was there for four days.
  const host = before.fork({ now: "2026-04-08" });
  await run(host);
  await run(host);
  await host.clock.advanceTo("2026-04-11");
  expect(mails(host)).toEqual([`${TEAM}: no scheduled run`]);
});

test("what is over and comes again is told again; an older version repeats nothing", async () => {
  const host = await withNotices({ noticesToTeam: TEAM });
  sell(host, "T1");
  await run(host);
  const restore = keepVersion(host);
  const set = (status: string) =>
    host.rpc("set-reward-status", { rewards: ["T1/rate"], status, reason: "Who?" });
  await set("held");
  await run(host);
  restore();
  await set("held");
  await run(host);
  expect(mails(host)).toHaveLength(1);
  await host.rpc("set-reward-status", { rewards: ["T1/rate"], status: "approved" });
  await run(host);
  await set("held");
  await run(host);
  expect(mails(host)).toHaveLength(2);
});

test("partners and the team may be told apart: the team alone, without partners being mailed", async () => {
  const host = await withNotices({
    mailPartners: "no",
    noticesToTeam: TEAM,
    noticesToPartners: "each",
  });
  sell(host, "T1");
  await run(host);
  expect(mails(host)).toEqual([]);
  await change(host, { noticesToTeam: "not an address" }).catch(() => undefined);
  expect(host.rows("Settings").find(({ Key }) => Key === "notices to the team")?.Value).toBe(TEAM);
});
