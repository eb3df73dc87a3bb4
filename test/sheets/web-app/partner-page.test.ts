import fc from "fast-check";
import type { Driver } from "../../../host";
import { openHost } from "../../support/host";
import { rateTrigger } from "../../support/rate-trigger";
import { openProgram } from "../support/program";

const ADDRESS = "https://script.google.com/macros/s/abc/exec";

/** Two partners with a sale each, pages switched on, a run done. */
async function withPages(options: Readonly<Record<string, string>> = {}): Promise<Driver> {
  const host = await openProgram(
    {
      Partners: [
        { Key: "ptn_1", Name: "Ann <b>Berg</b>", "E-mail": "ann@partner.example" },
        { Key: "=x", Name: "Bela", "E-mail": "bela@partner.example" },
      ],
      Customers: [
        { Key: "cus_1", Name: "Acme & Sons", Partner: "ptn_1", "Created on": "2026-03-02" },
        { Key: "cus_2", Name: "Zenith", Partner: "=x", "Created on": "2026-03-02" },
      ],
      Triggers: [{ ...rateTrigger, "Offer description": "20 % of each sale" }],
      Transactions: [
        { Key: "T1", Customer: "cus_1", Date: "2026-03-05", Amount: 100, Currency: "USD" },
        { Key: "T2", Customer: "cus_2", Date: "2026-03-06", Amount: 70, Currency: "USD" },
      ],
    },
    { now: "2026-04-02", ...options },
  );
  host.type("Settings", { Key: "partner page address" }, "Value", ADDRESS);
  await host.rpc("run", { kind: "by hand" });
  return host;
}

async function linkOf(host: Driver, partner = "ptn_1"): Promise<string> {
  const reply = (await host.rpc("partner-link", { partner })) as { output: { link: string } };
  return reply.output.link;
}
const tokenIn = (link: string): string => new URL(link).searchParams.get("p") ?? "";
const pageOf = async (host: Driver, p: string): Promise<string> =>
  (await host.visit({ p }))?.content ?? "";
/** What a visitor without any link gets. */
const nothing = async (host: Driver): Promise<string> => (await host.visit())?.content ?? "";

describe("a partner's page (PARTNER-1)", () => {
  test("shows this partner's rewards, escaped, and nothing of another's", async () => {
    const host = await withPages();
    const link = await linkOf(host);
    expect(link.startsWith(`${ADDRESS}?p=`)).toBe(true);
    const page = await pageOf(host, tokenIn(link));
    for (const text of [
      "Ann &lt;b&gt;Berg&lt;/b&gt;",
      "20.00 USD",
      "Waiting for approval",
      "Apr 14, 2026",
      "20 % of each sale",
    ])
      expect(page).toContain(text);
    for (const text of ["Bela", "Zenith", "14.00", "Acme", "partner.example", "<script", "http"])
      expect(page).not.toContain(text);
    expect(await pageOf(host, tokenIn(await linkOf(host, "=x")))).toContain("14.00 USD");
  });

  test("names its customers only if the setting says so, in the spreadsheet's locale", async () => {
    const host = await withPages({ locale: "de_DE" });
    host.type("Settings", { Key: "partner page names customers" }, "Value", "yes");
    await host.rpc("run", { kind: "by hand" });
    const page = await pageOf(host, tokenIn(await linkOf(host)));
    expect(page).toContain("Acme &amp; Sons");
    expect(page).toContain("20,00 USD");
  });

  test("shows what the last run wrote, reads two ranges and writes nothing", async () => {
    const host = await withPages();
    const token = tokenIn(await linkOf(host));
    const reward = host.rows("Rewards")[0]?.Key as string;
    await host.rpc("set-reward-status", {
      rewards: [reward],
      status: "declined",
      reason: "It was a test.",
    });
    expect(await pageOf(host, token)).not.toContain("It was a test.");
    await host.rpc("run", { kind: "by hand" });
    const text = host.text();
    expect(await pageOf(host, token)).toContain("It was a test.");
    expect(host.usage().last).toMatchObject({ roundTrips: 2, cellsWritten: 0 });
    expect(host.text()).toBe(text);
  });

  test("is written again only for partners whose page changed", async () => {
    const host = await withPages();
    await host.rpc("run", { kind: "by hand" });
    const idle = host.usage().last.cellsWritten;
    host.append("Transactions", [
      { Key: "T3", Customer: "cus_1", Date: "2026-03-07", Amount: 10, Currency: "USD" },
    ]);
    const rows = () => JSON.stringify(host.rows("_pages").map(({ Digest }) => Digest));
    const before = rows();
    await host.rpc("run", { kind: "by hand" });
    expect(idle).toBeLessThan(20);
    expect(rows()).not.toBe(before);
    expect(JSON.parse(rows())[1]).toBe(JSON.parse(before)[1]);
  });

  test("is not written, and no link is given, without an address", async () => {
    const host = await openProgram();
    await host.rpc("run", { kind: "by hand" });
    expect(host.sheetNames()).not.toContain("_pages");
    expect(await host.rpc("partner-link", { partner: "ptn_1" })).toMatchObject({
      output: { link: null, why: "no address" },
    });
  });

  test("is named in statement mails, the preview word for word as the mail", async () => {
    const host = await withPages({ now: "2026-04-02" });
    host.type("Settings", { Key: "mail partners" }, "Value", "yes");
    await host.clock.advanceTo("2026-04-20");
    const mail = { partner: "ptn_1", month: "2026-03" };
    const preview = (await host.rpc("preview-statement-mail", mail)) as {
      output: { text: string };
    };
    const link = /Your page, at any time: (\S+)/.exec(preview.output.text)?.[1] ?? "";
    expect(await pageOf(host, tokenIn(link))).toContain("Ann");
    await host.rpc("send-statements", { month: "2026-03", partners: ["ptn_1"], confirmed: true });
    expect(host.outbox().map(({ body }) => body)).toEqual([preview.output.text]);
  });

  test("read at any call of a run is the old one or the new one, whole", async () => {
    const base = await withPages();
    const token = tokenIn(await linkOf(base));
    base.append("Transactions", [
      { Key: "T3", Customer: "cus_1", Date: "2026-03-07", Amount: 10, Currency: "USD" },
    ]);
    const before = await pageOf(base, token);
    const done = base.fork();
    await done.rpc("run", { kind: "by hand" });
    const after = await pageOf(done, token);
    expect(after).not.toBe(before);
    const host = base.fork();
    const seen = new Set<string>();
    const reads: Promise<unknown>[] = [];
    host.onServiceCall((_, number, { name }) => {
      if (name === "rpc" && number % 7 === 0)
        reads.push(pageOf(host, token).then((page) => seen.add(page)));
    });
    await host.rpc("run", { kind: "by hand" });
    host.onServiceCall(null);
    await Promise.all(reads);
    expect([...seen].filter((page) => page !== before && page !== after)).toEqual([]);
    expect(await pageOf(host, token)).toBe(after);
  });

  test("is each visitor's own, of 30 who come at once", async () => {
    const host = await withPages();
    const tokens = [tokenIn(await linkOf(host)), tokenIn(await linkOf(host, "=x"))];
    const wanted = await Promise.all(tokens.map((token) => pageOf(host, token)));
    const all = Array.from({ length: 30 }, (_, n) => pageOf(host, tokens[n % 2] ?? ""));
    expect(await Promise.all(all)).toEqual(all.map((_, n) => wanted[n % 2]));
  });

  test("costs the same two reads for the last of 10,000 partners", async () => {
    const many = Array.from({ length: 10_000 }, (_, n) => ({
      Key: `ptn_${n}`,
      Name: `Partner ${n}`,
    }));
    const host = await openProgram({ Partners: many }, { now: "2026-04-02" });
    host.type("Settings", { Key: "partner page address" }, "Value", ADDRESS);
    await host.rpc("run", { kind: "by hand" });
    const token = tokenIn(await linkOf(host, "ptn_9999"));
    expect(await pageOf(host, token)).toContain("Partner 9999");
    expect(host.usage().last).toMatchObject({ roundTrips: 2, cellsRead: 16 });
  });
});

describe("a link (PARTNER-2)", () => {
  test("that is cut, changed or mixed with another opens nothing", async () => {
    const host = await withPages();
    const [one, other] = [tokenIn(await linkOf(host)), tokenIn(await linkOf(host, "=x"))];
    const unknown = await nothing(host);
    const cut = fc.nat(one.length - 1).map((at) => one.slice(0, at));
    const changed = fc
      .tuple(fc.nat(one.length - 1), fc.constantFrom(..."0123456789abcXYZ_-."))
      .map(([at, sign]) => one.slice(0, at) + sign + one.slice(at + 1));
    const swapped = fc.subarray([0, 1, 2, 3, 4], { minLength: 1, maxLength: 4 }).map((places) => {
      const [a, b] = [one.split("."), other.split(".")];
      return a.map((part, at) => (places.includes(at) ? b[at] : part)).join(".");
    });
    const hostile = fc.oneof(cut, changed, swapped, fc.string());
    await fc.assert(
      fc.asyncProperty(hostile, async (token) => {
        fc.pre(token !== one && token !== other);
        expect(await pageOf(host, token)).toBe(unknown);
      }),
      { numRuns: 100 },
    );
  });

  test("that was revoked opens nothing, also in an older version of the sheets; the new one does", async () => {
    const host = await withPages();
    const old = tokenIn(await linkOf(host));
    const bela = tokenIn(await linkOf(host, "=x"));
    const before = JSON.parse(JSON.stringify(host.workbook.sheets)) as typeof host.workbook.sheets;
    const reply = await host.rpc("revoke-partner-link", { partner: "ptn_1" });
    const renewed = tokenIn((reply as { output: { link: string } }).output.link);
    const unknown = await nothing(host);
    host.act(() => host.workbook.sheets.splice(0, host.workbook.sheets.length, ...before));
    expect(await pageOf(host, old)).toBe(unknown);
    expect(await pageOf(host, renewed)).toContain("Ann");
    expect(await pageOf(host, bela)).toContain("Bela");
    await host.rpc("revoke-partner-links", {});
    expect(await pageOf(host, renewed)).toBe(unknown);
    expect(await pageOf(host, bela)).toBe(unknown);
  });

  test("holds for 400 days, and opens nothing in a copy of the file", async () => {
    const host = await withPages();
    const token = tokenIn(await linkOf(host));
    const copy = host.copy();
    expect(await pageOf(copy, token)).toBe(await nothing(copy));
    const file = { now: "2027-05-06" };
    expect(await pageOf(host.fork(file), token)).toContain("Ann");
    expect(await pageOf(host.fork({ now: "2027-05-09" }), token)).toBe(await nothing(host));
  });

  test("never opens the page of another partner who got the row after an older version was restored", async () => {
    const host = await withPages();
    const without = JSON.parse(JSON.stringify(host.workbook.sheets)) as typeof host.workbook.sheets;
    host.append("Partners", [{ Key: "ptn_new", Name: "Newcomer" }]);
    await host.rpc("run", { kind: "by hand" });
    const token = tokenIn(await linkOf(host, "ptn_new"));
    expect(await pageOf(host, token)).toContain("Newcomer");
    host.act(() => host.workbook.sheets.splice(0, host.workbook.sheets.length, ...without));
    host.append("Partners", [{ Key: "ptn_late", Name: "Latecomer" }]);
    await host.rpc("run", { kind: "by hand" });
    expect(await pageOf(host, tokenIn(await linkOf(host, "ptn_late")))).toContain("Latecomer");
    expect(await pageOf(host, token)).toBe(await nothing(host));
  });
});

test("an unknown program serves no page: a new spreadsheet answers like a wrong link", async () => {
  const host = await openHost({ now: "2026-04-02" });
  expect(await nothing(host)).toContain("does not open a page");
});
