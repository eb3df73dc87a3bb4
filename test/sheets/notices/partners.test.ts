import type { Driver } from "../../../host";
import { refuse } from "../../support/host";
import { activity, ask, change, keepVersion, mails, run, sell, withNotices } from "./support";

const whom = (host: Driver) =>
  mails(host)
    .map((mail) => mail.split(":")[0])
    .sort();
const rewardOf = (key: string) => `${key}/rate`;

test("each thing is told once: made, approved, declined with its reason, paid or changed (PARTNER-6)", async () => {
  const host = await withNotices();
  expect(mails(host)).toEqual([]);
  sell(host, "T1");
  sell(host, "T2", "ann", 50);
  await run(host);
  await run(host);
  expect(mails(host)).toEqual(["ann: what is new for you"]);
  expect(host.outbox()[0]?.body).toContain("20 % of each sale: 20.00 USD (Waiting for approval, ");
  await ask(host, "set-reward-status", { rewards: [rewardOf("T1")], status: "approved" });
  await run(host);
  await ask(host, "set-reward-status", {
    rewards: [rewardOf("T2")],
    status: "declined",
    reason: "It was paid twice.",
  });
  await run(host);
  host.append("Transactions", [
    { Key: "R1", "Refund of": "T1", Date: "2026-04-02", Amount: -50, Currency: "USD" },
  ]);
  await run(host);
  await run(host);
  expect(mails(host).slice(1)).toEqual([
    "ann: a reward of 20.00 USD: approved",
    "ann: a reward of 10.00 USD: declined",
    "ann: a reward of 10.00 USD: approved",
  ]);
  const bodies = host.outbox().map(({ body }) => body);
  expect(bodies[2]).toContain("It was paid twice.");
  expect(bodies[3]).toContain("before: 20.00 USD");
  expect(bodies.every((body) => body.includes("answer this one with the word STOP"))).toBe(true);
});

test("what was before notices came on is no news, also where they were off for a while", async () => {
  const host = await withNotices({ noticesToPartners: "off" });
  sell(host, "T1");
  await run(host);
  await change(host, { noticesToPartners: "each" });
  await run(host);
  expect(mails(host)).toEqual([]);
  sell(host, "T2", "bela");
  await run(host);
  expect(mails(host)).toHaveLength(1);
  await change(host, { mailPartners: "no" });
  sell(host, "T3", "cyd");
  await run(host);
  await host.clock.advanceTo("2026-04-09");
  await change(host, { mailPartners: "yes" });
  await run(host);
  expect(mails(host)).toHaveLength(1);
});

test("nobody is mailed who opted out, is a test partner or has no address; an address that takes no mail is told once mended", async () => {
  const host = await withNotices();
  host.type("Partners", { Key: "ann" }, "Mails", "statements only");
  host.type("Partners", { Key: "bela" }, "E-mail", "bela@partner");
  host.type("Partners", { Key: "cyd" }, "E-mail", "");
  for (const partner of ["ann", "bela", "cyd"]) sell(host, `T${partner}`, partner);
  await run(host);
  expect(mails(host)).toEqual([]);
  host.type("Partners", { Key: "ann" }, "Mails", "");
  host.type("Partners", { Key: "bela" }, "E-mail", "bela@partner.example");
  host.type("Partners", { Key: "cyd" }, "E-mail", "cyd@partner.example");
  await run(host);
  expect(mails(host)).toEqual(["bela: a reward of 20.00 USD: waiting for approval"]);
});

test("weekly, everybody hears once in a week of all that is new", async () => {
  const host = await withNotices({ noticesToPartners: "weekly" }, { now: "2026-04-01" });
  sell(host, "T1");
  await host.clock.advanceTo("2026-04-05");
  expect(mails(host)).toEqual([]);
  sell(host, "T2");
  await host.clock.advanceTo("2026-04-12");
  expect(mails(host)).toEqual(["ann: what is new for you"]);
});

test("an offer whose terms change is told to all; a drip that ended early to its partner", async () => {
  const host = await withNotices();
  host.append("Triggers", [
    {
      Key: "thanks",
      Name: "Thanks",
      State: "active",
      Order: 2,
      Event: "transaction created",
      Action: "start a drip",
      Amount: 10,
      Occurrences: 3,
      Cycle: 1,
      From: "2026-04-01",
      "Offer description": "10.00 a month",
    },
  ]);
  sell(host, "T1", "bela");
  await run(host);
  expect(mails(host)).toHaveLength(3);
  expect(host.outbox()[0]?.body).toContain("Offers that are new or changed:\n10.00 a month");
  await ask(host, "end-drip", {
    drips: ["drip_T1/thanks"],
    reason: "They left.",
    confirmed: "yes",
  });
  await run(host);
  expect(host.outbox()[3]?.body).toContain("2 parts no longer come");
  expect(mails(host)).toHaveLength(4);
});

describe("after an undo", () => {
  test("a correction goes out if something was told, once the program goes on", async () => {
    const host = await withNotices();
    sell(host, "T1");
    await run(host);
    await ask(host, "undo-run", { confirmed: "yes" });
    await run(host);
    expect(mails(host)).toHaveLength(1);
    host.deleteRow("Transactions", { Key: "T1" });
    await change(host, { paused: "no" });
    await run(host);
    await run(host);
    expect(mails(host).slice(1)).toEqual(["ann: a reward of 20.00 USD: taken back"]);
    expect(host.outbox()[1]?.body).toContain("does not count any more");
  });

  test("none goes out where nothing was told, or where all of it comes again", async () => {
    const host = await withNotices();
    host.type("Partners", { Key: "ann" }, "Mails", "none");
    sell(host, "T1");
    sell(host, "T2", "bela");
    await run(host);
    await ask(host, "undo-run", { confirmed: "yes" });
    await change(host, { paused: "no" });
    await run(host);
    expect(mails(host)).toEqual(["bela: a reward of 20.00 USD: waiting for approval"]);
  });
});

test("a reward whose row was deleted, or can't be read, is not taken back by a mail", async () => {
  const host = await withNotices();
  sell(host, "T1");
  sell(host, "T2", "bela");
  await run(host);
  host.deleteRow("Rewards", { Key: rewardOf("T1") });
  host.type("Rewards", { Key: rewardOf("T2") }, "Amount", "a lot");
  await run(host);
  expect(mails(host)).toHaveLength(2);
});

describe("an older version restored", () => {
  test("repeats no notice, and tells what was earned since", async () => {
    const host = await withNotices();
    sell(host, "T1");
    const restore = keepVersion(host);
    await run(host);
    await ask(host, "set-reward-status", { rewards: [rewardOf("T1")], status: "approved" });
    await run(host);
    expect(mails(host)).toHaveLength(2);
    restore();
    await run(host);
    await run(host);
    expect(mails(host)).toHaveLength(2);
    await host.clock.advanceTo("2026-04-04");
    host.append("Transactions", [
      { Key: "T9", Customer: "cus_ann", Date: "2026-04-03", Amount: 10, Currency: "USD" },
    ]);
    await run(host);
    expect(mails(host).slice(2)).toEqual(["ann: a reward of 2.00 USD: waiting for approval"]);
  });

  test("and the newest one again repeats none either", async () => {
    const host = await withNotices();
    const older = keepVersion(host);
    sell(host, "T1");
    await run(host);
    const newest = keepVersion(host);
    older();
    await run(host);
    newest();
    sell(host, "T2", "bela");
    await run(host);
    await run(host);
    expect(new Set(mails(host)).size).toBe(mails(host).length);
  });

  test("the tab of what was told deleted or typed over repeats none", async () => {
    const host = await withNotices();
    sell(host, "T1");
    await run(host);
    host.type("_told", { Recipient: '"ann"' }, "Told", "nothing");
    await run(host);
    host.act(() =>
      host.workbook.sheets.splice(
        host.workbook.sheets.findIndex(({ name }) => name === "_told"),
        1,
      ),
    );
    await run(host);
    expect(mails(host)).toHaveLength(1);
  });
});

describe("what Google refuses", () => {
  test("an empty quota stops no run, is one problem, and the rest goes the next day, once", async () => {
    const host = await withNotices();
    const quota = host.state.slot("quota email", () => new Map<string, object>());
    quota.set(host.state.user, { since: host.state.clock.now(), used: 99 });
    for (const partner of ["ann", "bela", "cyd"]) sell(host, `T${partner}`, partner);
    await run(host);
    expect(mails(host)).toHaveLength(1);
    await run(host);
    const home = await ask(host, "home", {});
    expect(JSON.stringify(home)).toContain("Google's daily limit of mails is reached");
    expect(home).toMatchObject({ hasRefused: false });
    expect(activity(host).split("Google's daily limit").length - 1).toBe(1);
    await host.clock.advanceTo("2026-04-04");
    await run(host);
    expect(whom(host)).toEqual(["ann", "bela", "cyd"]);
    expect(JSON.stringify(await ask(host, "home", {}))).not.toContain("daily limit");
  });

  test("statements that are ready go first", async () => {
    const host = await withNotices();
    sell(host, "T1");
    await run(host);
    await host.clock.advanceTo("2026-05-20");
    const sent = mails(host).length;
    host.type("Partners", { Key: "bela" }, "Statements sent", "2026-03");
    const quota = host.state.slot("quota email", () => new Map<string, object>());
    quota.set(host.state.user, { since: host.state.clock.now(), used: 99 });
    host.append("Transactions", [
      { Key: "T5", Customer: "cus_bela", Date: "2026-05-19", Amount: 10, Currency: "USD" },
    ]);
    await run(host);
    expect(mails(host)).toHaveLength(sent);
    expect(await ask(host, "send-statements", { confirmed: true })).toMatchObject({ sent: 1 });
  });

  test("a refused right stops no run and is told with what to do", async () => {
    const host = await withNotices();
    sell(host, "T1");
    const scope = "https://www.googleapis.com/auth/script.send_mail";
    host.onServiceCall((call) => {
      if (call.startsWith("MailApp"))
        throw refuse(`You do not have permission. Required permissions: ${scope}`);
    });
    await run(host);
    host.onServiceCall(null);
    expect(JSON.stringify(await ask(host, "home", {}))).toContain("Grant missing permissions");
    await run(host);
    expect(mails(host)).toHaveLength(1);
  });

  test("an address that Google does not take keeps nobody else waiting", async () => {
    const host = await withNotices();
    for (const partner of ["ann", "bela", "cyd"]) sell(host, `T${partner}`, partner);
    let count = 0;
    host.onServiceCall((call) => {
      if (call === "MailApp.sendEmail" && ++count === 2) throw refuse("Invalid email: bela");
    });
    await run(host);
    host.onServiceCall(null);
    expect(mails(host)).toHaveLength(2);
    await run(host);
    await run(host);
    expect(whom(host)).toEqual(["ann", "bela", "cyd"]);
  });
});

test("a test copy mails nobody; a paused program neither", async () => {
  const host = await withNotices();
  const copy = host.copy();
  await ask(copy, "decide-copy", { as: "test copy" });
  sell(copy, "T1");
  await run(copy);
  expect(mails(copy)).toEqual([]);
  sell(host, "T1");
  await change(host, { paused: "yes" });
  await run(host);
  expect(mails(host)).toEqual([]);
});

test("the mail has the link to the partner's page, in HTML beside plain text", async () => {
  const host = await withNotices();
  host.type(
    "Settings",
    { Key: "partner page address" },
    "Value",
    "https://script.google.com/macros/s/abc/exec",
  );
  await run(host);
  sell(host, "T1");
  await run(host);
  const [mail] = host.outbox();
  const link = /Your page, at any time: (\S+)/.exec(mail?.body ?? "")?.[1] ?? "";
  expect((await host.visit({ p: new URL(link).searchParams.get("p") ?? "" }))?.content).toContain(
    "20.00 USD",
  );
  expect(mail?.htmlBody).toContain("20.00 USD");
});

test("the preview is the mail that goes, word for word; a test goes to the person alone", async () => {
  const host = await withNotices();
  const preview = () =>
    ask(host, "preview-notices", { to: "partners" }) as Promise<{
      due: number;
      mail: { text: string } | null;
    }>;
  expect(await preview()).toMatchObject({ due: 0, mail: null });
  sell(host, "T1");
  await run(host);
  await ask(host, "set-reward-status", { rewards: [rewardOf("T1")], status: "approved" });
  const shown = await preview();
  expect(shown.due).toBe(1);
  await ask(host, "test-notice", { to: "partners" });
  await run(host);
  const [, test, real] = host.outbox();
  expect(test?.to).toEqual(["someone@example.com"]);
  expect(test?.subject).toMatch(/^Test: /);
  expect([test?.body, real?.body]).toEqual([shown.mail?.text, shown.mail?.text]);
  expect(await preview()).toMatchObject({ due: 0, mail: { to: "ann@partner.example" } });
});

test("the count is of what goes: none while the program is paused, or in a copy that is not the new home (PARTNER-6g)", async () => {
  const host = await withNotices();
  sell(host, "T1");
  await run(host);
  await ask(host, "set-reward-status", { rewards: [rewardOf("T1")], status: "approved" });
  const due = async (of: Driver) =>
    ((await ask(of, "preview-notices", { to: "partners" })) as { due: number }).due;
  expect(await due(host)).toBe(1);
  await change(host, { paused: "yes" });
  expect(await due(host)).toBe(0);
  await change(host, { paused: "no" });
  const copy = host.copy();
  expect(await due(copy)).toBe(0);
  await ask(copy, "decide-copy", { as: "test copy" });
  expect(await due(copy)).toBe(0);
  expect(await due(host)).toBe(1);
});

test("greeting, footer, replies and how days are written are the team's (PARTNER-8, PARTNER-8a)", async () => {
  const host = await withNotices();
  await change(host, {
    mailGreeting: "Guten Tag <{name}> & {name}",
    mailFooter: "Acme GmbH\n<b>Berlin</b>",
    repliesTo: "team@acme.example",
    partnerLocale: "de-DE",
    partnerPageAddress: "https://script.google.com/macros/s/abc/exec",
  });
  sell(host, "T1");
  await run(host);
  const [mail] = host.outbox();
  const link = /Your page, at any time: (\S+)/.exec(mail?.body ?? "")?.[1] ?? "";
  expect(mail?.body.startsWith("Guten Tag <ann> & ann\n\nThis is new in ")).toBe(true);
  expect(mail?.body.endsWith(`${link}\n\nAcme GmbH\n<b>Berlin</b>`)).toBe(true);
  expect(mail?.htmlBody).toContain("Guten Tag &lt;ann&gt; &amp; ann");
  expect(mail?.htmlBody).toContain("Acme GmbH<br>&lt;b&gt;Berlin&lt;/b&gt;");
  expect(mail?.replyTo).toBe("team@acme.example");
  expect(mail?.body).toContain("20,00 USD (Waiting for approval, estimated payment 13.05.2026");
  const page = await host.visit({ p: new URL(link).searchParams.get("p") ?? "" });
  expect(page?.content).toContain("20,00 USD");
  expect(page?.content).toContain("13.05.2026");
  for (const wrong of ["de_DE_", "german", "xx", "1", "de/DE"])
    expect(await host.rpc("change-settings", { partnerLocale: wrong })).toMatchObject({
      error: { code: "INPUT_INVALID" },
    });
});
