import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openHost } from "../support/host";
import { root, runCommand, startCommand } from "../support/run-command";

const folder = mkdtempSync(join(tmpdir(), "start-"));
afterAll(() => rmSync(folder, { recursive: true }));

async function urlOf(text: () => string, hasEnded: () => boolean): Promise<string> {
  for (;;) {
    if (hasEnded()) throw new Error(`It ended:\n${text()}`);
    const match = /Tributary runs on (\S+)/.exec(text());
    if (match?.[1]) return match[1];
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

test("the README's first two commands are scripts of the package", () => {
  const readme = readFileSync(join(root, "README.md"), "utf8");
  const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const blocks = [...readme.matchAll(/```sh\n(.*?)\n```/gs)].map(([, block]) => block);

  expect(blocks.slice(0, 2)).toEqual(["npm ci && npm start", "npm ci && npm test"]);
  expect(scripts).toMatchObject({ start: expect.any(String), test: "jest" });
});

test("npm start runs the sample program, says where its file is, and serves the page on this machine only", async () => {
  const { child, text } = startCommand("start", ["--port", "0"], folder);
  try {
    const url = await urlOf(text, () => child.exitCode !== null);
    const page = await fetch(url);
    const strange = await fetch(url, {
      headers: { Origin: "https://evil.example" },
      method: "POST",
    });

    expect(url).toMatch(/^http:\/\/(localhost|127\.0\.0\.1):\d+\/$/);
    expect(page.status).toBe(200);
    expect(strange.status).toBeGreaterThanOrEqual(400);
    expect(text()).toContain(join(folder, "sample-program.json"));
  } finally {
    child.kill();
  }
});

test("a team's own .xlsx is not changed; the work is saved in a .json beside it", async () => {
  const own = join(folder, "program.xlsx");
  const made = await openHost({ now: "2026-01-10" });
  await made.rpc("set-up", {});
  await made.save(own);
  await made.close();
  const before = readFileSync(own);

  const { child, text } = startCommand("start", ["--port", "0", "--file", "program.xlsx"], folder);
  try {
    await urlOf(text, () => child.exitCode !== null);
  } finally {
    child.kill();
  }

  expect(readFileSync(own).equals(before)).toBe(true);
  expect(existsSync(join(folder, "program.json"))).toBe(true);
  const kept = await openHost({ file: join(folder, "program.json") });
  expect(kept.sheetNames()).toEqual(expect.arrayContaining(["Partners", "Activity"]));
});

test.each([
  ["bench", ["nothing of this name"], 0, ""],
  ["simulate", ["--seeds", "none"], 1, "Usage: npm run simulate"],
])("the command %s starts", async (command, args, status, said) => {
  const done = await runCommand(command, args, folder);
  expect(done.out).toContain(said);
  expect(done.status).toBe(status);
});
