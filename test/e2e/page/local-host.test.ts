import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { AxeResults } from "axe-core";
import { closeBrowser, type OpenPage, openPage } from "./open-page";

describe("what only the local host has", () => {
  let open: OpenPage;
  beforeEach(async () => {
    open = await openPage({ isSetUp: true });
  });
  afterEach(() => open.close());
  afterAll(closeBrowser);

  const button = (name: string) => open.page.getByRole("button", { name, exact: true });

  it("moves the clock by a day and lists the run that it fired", async () => {
    await button("Clock").click();
    await button("Next day").click();
    await open.page.getByText("One run was due:").waitFor();

    await open.page.getByText("Tue, 3 March 2026").first().waitFor();
    const runs = open.page.getByRole("list", { name: "Runs that the clock fired" });
    expect(await runs.textContent()).toContain("onDaily");
    expect(open.host.clock.now().toISOString()).toBe("2026-03-03T12:00:00.000Z");
  });

  it("moves the clock to a day, and to the same day of the next month", async () => {
    await button("Clock").click();
    await open.page.getByLabel("Go to").fill("2026-03-31");
    await button("Go").click();
    await open.page.getByText("29 runs were due:").waitFor();
    await button("Next month").click();
    await open.page.getByText("30 runs were due:").waitFor();

    expect(open.host.clock.now().toISOString()).toBe("2026-04-30T11:00:00.000Z");
  });

  it("lists executions with what they cost, and the mails that were sent", async () => {
    await open.host.clock.advanceTo("2026-03-03");
    await open.page.getByRole("button", { name: /^Executions/ }).click();
    const run = open.page.getByRole("listitem").filter({ hasText: "onDaily" });
    await run.waitFor();
    expect(await run.textContent()).toMatch(/completed.*time-driven.*\d+ calls.*\d+ written/);
    await open.page.getByRole("button", { name: /^Outbox/ }).click();

    await open.page.getByText("to team@example.com").waitFor();
  });

  it("downloads the workbook as an .xlsx", async () => {
    const downloading = open.page.waitForEvent("download");
    await open.page.getByRole("menuitem", { name: "File" }).click();
    await open.page.getByRole("menuitem", { name: "Download as .xlsx" }).click();
    const download = await downloading;

    expect(download.suggestedFilename()).toBe("Untitled spreadsheet.xlsx");
    const path = await download.path();
    expect(readFileSync(path).subarray(0, 2).toString()).toBe("PK");
  });

  it("opens a workbook that a person uploads, and says where it is", async () => {
    const folder = await mkdtemp(join(tmpdir(), "page-"));
    await open.close();
    open = await openPage({ isSetUp: true, file: join(folder, "program.json") });
    await open.page.getByText(`Saved in ${join(folder, "program.json")}`).waitFor();
    const choosing = open.page.waitForEvent("filechooser");
    await open.page.getByRole("menuitem", { name: "File" }).click();
    await open.page.getByRole("menuitem", { name: "Open…" }).click();
    const csv = {
      name: "sales.csv",
      mimeType: "text/csv",
      buffer: Buffer.from("Key,Amount\nt1,9\n"),
    };
    await (await choosing).setFiles(csv);

    await open.page.getByText(`Opened from ${join(folder, "sales.csv")}`).waitFor();
    await open.page.locator("#live-cell", { hasText: "A1, Key" }).waitFor({ state: "attached" });
    expect(existsSync(join(folder, "program.json"))).toBe(true);
    await rm(folder, { recursive: true });
  });

  it("answers nobody but itself", async () => {
    const { port } = new URL(open.url);
    const ask = (
      headers: Record<string, string>,
      method = "GET",
      path = "/api/rows?sheet=0&from=0&count=1",
    ) =>
      new Promise<number | undefined>((resolve, reject) => {
        const asked = request(
          { host: "127.0.0.1", port, method, path, headers },
          ({ statusCode }) => resolve(statusCode),
        );
        asked.once("error", reject);
        asked.end(method === "POST" ? "null" : undefined);
      });
    const own = { host: `localhost:${port}`, "content-type": "application/json" };
    const post = (origin?: string) =>
      ask({ ...own, ...(origin === undefined ? {} : { origin }) }, "POST", "/api/executions");

    expect(await ask(own)).toBe(200);
    expect(await ask({ host: `rebound.example:${port}` })).toBe(403);
    expect(await ask({ ...own, "sec-fetch-site": "cross-site" })).toBe(403);
    expect(await ask({ host: `127.0.0.1:${port}` })).toBe(404);
    expect(await post(`http://localhost:${port}`)).toBe(200);
    expect(await post(`http://127.0.0.1:${port}`)).toBe(403);
    expect(await post("http://evil.example")).toBe(403);
    expect(await post()).toBe(403);
  });

  it("has no accessibility violations that axe-core finds", async () => {
    await open.menu("Open sidebar");
    await open.page.locator("aside.sidebar").waitFor();
    await button("Clock").click();
    await open.page.getByRole("tabpanel").waitFor();
    await open.page.evaluate(readFileSync(require.resolve("axe-core/axe.min.js"), "utf8"));

    const { violations }: AxeResults = await open.page.evaluate(
      `axe.run({ include: [[".app"]], exclude: [[".grid-place"], ["iframe"]] })`,
    );

    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html)}`)).toEqual(
      [],
    );
  });
});
