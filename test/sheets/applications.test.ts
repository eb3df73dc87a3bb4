import type { Driver } from "../../host";
import { fingerprintOf, keptText } from "../../src/engine/intake/import/remembered";
import { kill } from "../support/host";
import { openProgram, smallProgram } from "./support/program";

const questions = ["Timestamp", "Email Address", "Name", "Site", "IBAN"];
const targets = ["date", "email", "name", "answer", "accountReference"] as const;
const nasty = '=IMPORTXML("http://evil.test")';
const long = "x".repeat(49_999);
const lines = [
  [new Date("2026-03-01T10:00:00Z"), "ann@shop.test", nasty, long, ""],
  [
    new Date("2026-03-02T10:00:00Z"),
    "ann+1@shop.test",
    "Ann\u0007 Lee\nBcc: x@y.test",
    "<script>",
    nasty,
  ],
];

async function openWithForm() {
  const host = await openProgram(smallProgram);
  for (const question of questions) host.addColumn("Sheet1", question);
  host.append(
    "Sheet1",
    lines.map((cells) =>
      Object.fromEntries(
        questions.map((each, at) => [
          each,
          at === 0 ? (cells[0] as Date) : `'${String(cells[at])}`,
        ]),
      ),
    ),
  );
  await host.rpc("keep-standing-import", {
    tab: "Sheet1",
    headers: fingerprintOf(questions),
    map: keptText({ lines: "applications", targets }),
  });
  return host;
}
interface Listed {
  readonly rows: readonly { readonly id: string; readonly shown: string; readonly name: string }[];
}
const list = async (host: Driver, decided = false) => {
  const reply = (await host.rpc("list-applications", { decided })) as { readonly output: Listed };
  return reply.output;
};

test("hostile answers reach the sheet as text, and leave the form's tab as it is", async () => {
  const host = await openWithForm();
  const tab = JSON.stringify(host.rows("Sheet1"));
  const { rows } = await list(host);
  expect(rows.map(({ name }) => name)).toEqual([nasty, "Ann Lee Bcc: x@y.test"]);
  const [, later] = rows;
  const { id = "", shown = "" } = later ?? {};
  const given = {
    answer: id,
    shown,
    name: nasty,
    email: "ann@shop.test",
    group: nasty,
    mailPartner: true,
  };
  await host.rpc("accept-application", given);
  const made = host.rows("Partners").find(({ Key }) => Key === id);
  expect(made).toMatchObject({ Name: nasty, Group: nasty, "E-mail": "ann@shop.test" });
  const [mail, ...more] = host.outbox();
  expect(more).toEqual([]);
  expect(mail).toMatchObject({ to: ["ann@shop.test"] });
  expect(JSON.stringify(mail?.subject)).not.toMatch(/\\n|\\r/);
  await host.fire("onDaily");
  expect(JSON.stringify(host.rows("Sheet1"))).toBe(tab);
  expect((await list(host)).rows).toEqual([]);
  expect((await list(host, true)).rows).toHaveLength(2);
});

test("a run reads nothing of the form's tab", async () => {
  const host = await openWithForm();
  await host.fire("onDaily");
  await host.fire("onDaily");
  const { usage: kept } = await host.fire("onDaily");
  await host.rpc("settle-standing-import", { tab: "Sheet1", choice: "stop" });
  await host.fire("onDaily");
  const { usage: without } = await host.fire("onDaily");

  expect(kept.roundTrips).toBe(without.roundTrips);
});

/** In the long mode (KILLS=1) the acceptance is killed at each of its calls. */
const every = process.env.KILLS === undefined ? 11 : 1;

test("an acceptance that is killed at any call makes one partner once it is sent again", async () => {
  const snapshot = await openWithForm();
  const [, later] = (await list(snapshot)).rows;
  const { id = "", shown = "" } = later ?? {};
  const accept = (host: Driver) =>
    host.rpc("accept-application", {
      answer: id,
      shown,
      name: "Ann",
      email: "ann@shop.test",
      codes: "ANN5",
    });
  const rowsOf = async (host: Driver) => [
    host.rows("Partners").map(({ Key, Codes }) => [Key, Codes]),
    host.rows("Activity").filter(({ What }) => What === "Accepted an application").length,
    (await list(host)).rows.length,
    (await list(host, true)).rows.length,
  ];
  const whole = snapshot.fork({});
  let calls = 0;
  whole.onServiceCall(() => void calls++);
  await accept(whole);
  whole.onServiceCall(null);
  const wanted = await rowsOf(whole);
  expect(wanted.slice(1)).toEqual([1, 0, 2]);
  let tried = 0;
  for (let at = 1 + (calls % every); at <= calls; at += every) {
    const host = snapshot.fork({});
    host.onServiceCall((_: string, number: number) => {
      if (number === at) throw kill("all");
    });
    await accept(host).then(
      () => undefined,
      () => undefined,
    );
    host.onServiceCall(null);
    await accept(host);
    expect([at, await rowsOf(host)]).toEqual([at, wanted]);
    tried++;
  }
  expect(tried).toBeGreaterThan(5);
});

test("a welcome has the codes and the link to a page, which opens once a run has written it (PARTNER-2a, PARTNER-7b)", async () => {
  const host = await openWithForm();
  const address = "https://script.google.com/macros/s/abc/exec";
  host.type("Settings", { Key: "partner page address" }, "Value", address);
  const accept = async (name: string, codes: string, at: number) => {
    const { rows } = await list(host);
    const { id = "", shown = "" } = rows[at] ?? {};
    const given = { answer: id, shown, name, email: `${name}@shop.test`, codes, mailPartner: true };
    expect(await host.rpc("accept-application", given)).toMatchObject({ ok: true });
    return id;
  };
  const pageIn = async (body = "") => {
    const [, link = ""] = /Your page, at any time: (\S+)/.exec(body) ?? [];
    expect(link.startsWith(`${address}?p=`)).toBe(true);
    return (await host.visit({ p: new URL(link).searchParams.get("p") ?? "" }))?.content ?? "";
  };
  await accept("ann", "ANN5", 0);
  const [mail] = host.outbox();
  expect(mail?.body).toMatch(
    /^Hello ann,\n\nYou are a partner of Partner program from today\.\n\nYour codes: ANN5\n\nYour page/,
  );
  expect(await pageIn(mail?.body)).toContain("not ready yet");
  await host.fire("onDaily");
  expect(await pageIn(mail?.body)).toContain("<h1>ann</h1>");
  // A place is kept for this partner alone: who is accepted later gets another.
  await accept("bob", "", 0);
  const [, later] = host.outbox();
  expect(await pageIn(later?.body)).toContain("not ready yet");
  expect(await pageIn(mail?.body)).toContain("<h1>ann</h1>");
});
