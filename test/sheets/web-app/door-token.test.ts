import fc from "fast-check";
import type { Driver } from "../../../host";
import { openProgram } from "../support/program";

const HOUR = 3_600_000;
/** What the door itself may ask of Google before it knows a token: nothing of the spreadsheet's but its id. */
const door =
  /^(SpreadsheetApp\.(getUi|getActiveSpreadsheet)|Spreadsheet\.getId|PropertiesService\.getScriptProperties|Properties\.getProperty|Utilities\.(computeHmacSha256Signature|base64EncodeWebSafe|getUuid))$/;

interface Said {
  readonly ok: boolean;
  readonly output?: unknown;
  readonly error?: { readonly code: string };
  readonly token?: string;
}

const tokenIn = (page: string | undefined): string =>
  /\bdata-token="([^"]*)"/.exec(page ?? "")?.[1] ?? "";
/** The token of a sidebar that is opened now. */
async function opened(host: Driver): Promise<string> {
  await host.click("Open the sidebar");
  return tokenIn(host.view().sidebar?.content);
}
const ask = async (host: Driver, token: unknown, name = "home"): Promise<Said> =>
  (await host.run("rpc", [name, {}, token])) as Said;
const wait = (host: Driver, hours: number) =>
  host.clock.advanceTo(host.clock.now().getTime() + hours * HOUR);

/** What a call asks of Google beyond what the door may, and whether it changed anything. */
async function beyondTheDoor(host: Driver, work: () => Promise<unknown>) {
  const asked: string[] = [];
  const before = host.text();
  host.onServiceCall((call) => {
    if (!door.test(call)) asked.push(call);
  });
  await work();
  host.onServiceCall(null);
  return { asked, isChanged: host.text() !== before };
}

describe("the token of a page (PARTNER-3)", () => {
  test("is good for a day, brings the next one along from its second half on, and holds no e-mail", async () => {
    const host = await openProgram();
    const token = await opened(host);
    expect(token).toMatch(/^\d+\.[\w-]{43}$/);
    expect(await ask(host, token)).toEqual({ ok: true, output: expect.anything() });
    await wait(host, 11.5);
    expect((await ask(host, token)).token).toBeUndefined();
    await wait(host, 12);
    const late = await ask(host, token);
    expect(late).toMatchObject({ ok: true, token: expect.any(String) });
    await wait(host, 1);
    expect(await ask(host, late.token)).toEqual({ ok: true, output: expect.anything() });
  });

  test("that is out of date reads nothing, and its answer brings the one that the page goes on with", async () => {
    const host = await openProgram();
    const token = await opened(host);
    await wait(host, 24 * 40);
    let said: Said | undefined;
    const done = await beyondTheDoor(host, async () => {
      said = await ask(host, token, "run");
    });
    expect(said).toMatchObject({ ok: false, error: { code: "TOKEN_OLD" } });
    expect(done).toEqual({ asked: [], isChanged: false });
    expect(await ask(host, said?.token)).toMatchObject({ ok: true });
  });

  test("goes for two tabs, a dialog, two users, and an account whose address Google does not tell", async () => {
    const ann = await openProgram(undefined, { user: "ann@team.example" });
    const tabs = [await opened(ann), await opened(ann)];
    await ann.run("rpc", ["open-wide", { screen: "review" }, tabs[0]]);
    const dialog = tokenIn(ann.view().dialogs[0]?.content);
    const bob = ann.fork({ user: "bob@gmail.example", hidesActiveUser: true });
    const bobs = await opened(bob);
    for (const host of [ann, bob])
      for (const token of [...tabs, dialog, bobs])
        expect(await ask(host, token)).toMatchObject({ ok: true });
    const reward = { partner: "ptn_1", description: "Thanks", amount: "5", formId: "f1" };
    expect(await bob.run("rpc", ["create-manual-reward", reward, bobs])).toMatchObject({
      ok: true,
    });
    expect(bob.rows("Activity").at(-1)).toMatchObject({ Who: "bob@gmail.example" });
  });

  test("that is missing, cut, forged or another spreadsheet's is refused before anything is read", async () => {
    const host = await openProgram();
    const token = await opened(host);
    const copied = await opened(host.copy());
    const [time = "", sign = ""] = token.split(".");
    const sometime = fc.nat(10 ** 13).map((other) => `${other}.${sign}`);
    const cut = fc.nat(token.length - 1).map((at) => token.slice(0, at));
    const changed = fc
      .tuple(fc.nat(token.length - 1), fc.constantFrom(..."0123456789abcXYZ_-. "))
      .map(([at, letter]) => token.slice(0, at) + letter + token.slice(at + 1));
    const longer = fc.string({ minLength: 1 }).map((more) => token + more);
    const thing = fc.constantFrom(null, 5, true, {}, [], [token, token], { token }, copied, time);
    const hostile = fc.oneof(sometime, cut, changed, longer, thing, fc.string());
    const done = await beyondTheDoor(host, () =>
      fc.assert(
        fc.asyncProperty(hostile, fc.constantFrom("home", "run", "nope"), async (shown, name) => {
          fc.pre(shown !== token);
          expect(await ask(host, shown, name)).toEqual({
            ok: false,
            error: expect.objectContaining({ code: "TOKEN_UNKNOWN" }),
          });
        }),
        { numRuns: 100 },
      ),
    );
    expect(done).toEqual({ asked: [], isChanged: false });
    expect(await ask(host, token)).toMatchObject({ ok: true });
  });

  test("of two pages that are the first ever and open at once is good for both", async () => {
    const host = await openProgram();
    const tokens: string[] = [];
    let other: Promise<unknown> | null = null;
    host.onServiceCall((call) => {
      // Between the first look for a secret and the making of it.
      if (call !== "LockService.getDocumentLock") return;
      host.onServiceCall(null);
      other = host.atSheet("showSidebar");
      tokens.push(tokenIn(host.view().sidebar?.content));
    });
    await host.atSheet("showSidebar");
    await other;
    tokens.push(tokenIn(host.view().sidebar?.content));
    expect(tokens).toHaveLength(2);
    for (const token of tokens) expect(await ask(host, token)).toMatchObject({ ok: true });
  });

  test("costs a call one property and no round trip more", async () => {
    const host = await openProgram();
    const token = await opened(host);
    const calls: string[] = [];
    host.onServiceCall((call) => calls.push(call));
    await ask(host, token, "nope");
    host.onServiceCall(null);
    expect(calls.filter((call) => call === "Properties.getProperty")).toHaveLength(1);
    expect(host.usage().last.roundTrips).toBe(0);
  });
});
