import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openCode } from "../../support/host";

const code = `function add(key) { SpreadsheetApp.getActive().getSheets()[0].appendRow([key]); }`;
const folder = mkdtempSync(join(tmpdir(), "two-hosts-"));
const file = join(folder, "program.json");
afterEach(() => rmSync(file, { force: true }));
afterAll(() => rmSync(folder, { recursive: true }));

it("a second host that asks for the file is refused until the first has closed", async () => {
  const first = await openCode(code, { file, exclusive: true });
  await expect(openCode(code, { file, exclusive: true })).rejects.toThrow(
    `${file} is open in another local host`,
  );
  await first.call("add", "one");
  await first.close();
  const second = await openCode(code, { file, exclusive: true });
  expect(second.workbook.sheets[0]?.rows[0]?.cells).toEqual(["one"]);
  await second.close();
  expect(existsSync(`${file}.lock`)).toBe(false);
});

it.each(["2147483646", "", "nonsense", String(process.pid)])(
  "a lock that no running process holds (%j) is taken over",
  async (left) => {
    writeFileSync(`${file}.lock`, left);
    const host = await openCode(code, { file, exclusive: true });
    await host.close();
    expect(existsSync(`${file}.lock`)).toBe(false);
  },
);

it("a file that can't be opened is unlocked again", async () => {
  writeFileSync(file, "{");
  await expect(openCode(code, { file, exclusive: true })).rejects.toThrow("no valid JSON");
  expect(existsSync(`${file}.lock`)).toBe(false);
});

it("a person's own save to the file is no other program's", async () => {
  const host = await openCode(code, { file });
  await host.call("add", "one");
  host.append("Sheet1", []);
  await host.save(file);
  await host.call("add", "two");
  await host.close();
  expect(readFileSync(file, "utf8")).toContain("two");
});

it("a host never writes over what another program has written since, and says so", async () => {
  const [one, two] = [await openCode(code, { file }), await openCode(code, { file })];
  await one.call("add", "one");
  await expect(two.call("add", "two")).rejects.toThrow("was changed by another program");
  two.append("Sheet1", []);
  await expect(two.close()).rejects.toThrow("was changed by another program");
  expect(two.unsaved()).toContain("was changed by another program");
  expect(readFileSync(file, "utf8")).toContain("one");
  await one.call("add", "again");
  expect(readFileSync(file, "utf8")).toContain("again");
  await one.close();
});
