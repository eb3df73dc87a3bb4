import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { tablesIn } from "../../docs/tables-in";
import { openHost } from "../../support/host";
import { type FakeGoogle, fakeGoogle } from "./fake-google";
import { type Desk, type Ended, type Login, openDesk, runScript } from "./run-script";
import type { ProjectFile } from "./why-refused";

const root = join(__dirname, "../../..");
const dist = readdirSync(join(root, "dist")).sort();
/** What Google must have after a push: dist/, byte for byte. */
const released = dist.map((name) => ({
  name: name.replace(/\.\w+$/, ""),
  type: name.endsWith(".js") ? "SERVER_JS" : name.endsWith(".html") ? "HTML" : "JSON",
  source: readFileSync(join(root, "dist", name), "utf8"),
}));

/** Each start of clasp takes seconds, so `npm test` does one walk and one failure; GOOGLE=1 does all (CONTRIBUTING.md). */
const isLong = process.env.GOOGLE !== undefined;
const inLongMode = isLong ? test : test.skip;

let google: FakeGoogle;
let desk: Desk;
beforeEach(async () => {
  google = await fakeGoogle();
  desk = openDesk("fresh");
});
afterEach(async () => {
  desk.clear();
  await google.close();
});
const begin = (login: Login, project?: object) => {
  desk.clear();
  desk = openDesk(login, project);
};
const run = (...args: readonly string[]) => runScript(args, desk, google.url);
/** The requests since the last time. */
const requests = () => google.arrived.splice(0).map(({ what }) => what);
const content = (id: string) => `script.googleapis.com/v1/projects/${id}/content`;
const scriptId = "script-1-0123456789abcdef";
const parentId = "spreadsheet-1-0123456789abcdef";
const address = `https://docs.google.com/spreadsheets/d/${parentId}/edit`;
const own = { scriptId, parentId, rootDir: "dist" };
const exists = (files: readonly ProjectFile[]) => {
  google.spreadsheets.set(parentId, "Partner program");
  google.projects.set(scriptId, { title: "Partner program", parentId, files });
};
/** Compared apart from jest, which would print half a megabyte. */
const isReleased = (files: readonly ProjectFile[] = []) => {
  const asOurs = [...files].map(({ name, type, source }) => ({ name, type, source }));
  asOurs.sort((a, b) => (a.name < b.name ? -1 : 1));
  return JSON.stringify(asOurs) === JSON.stringify(released);
};
const failed = ({ status, err }: Ended) => [status !== 0, err.split("\n")[0]];

test("npm run new makes a spreadsheet with a bound script, pushes every file, and says the address; then nothing is to push", async () => {
  const made = await run("new", "Partner program");

  expect([made.status, made.err]).toEqual([0, ""]);
  expect(google.arrived.map(({ what }) => what)).toEqual([
    "POST www.googleapis.com/drive/v3/files",
    "POST script.googleapis.com/v1/projects",
    `GET ${content(scriptId)}`,
    `GET ${content(scriptId)}`,
    `PUT ${content(scriptId)}`,
  ]);
  const [file, script, , , put] = google.arrived.splice(0).map(({ body }) => body);
  expect(file).toEqual({
    mimeType: "application/vnd.google-apps.spreadsheet",
    name: "Partner program",
  });
  expect(script).toEqual({ parentId, title: "Partner program" });
  expect(isReleased((put as { files: ProjectFile[] }).files)).toBe(true);
  expect(isReleased(google.projects.get(scriptId)?.files)).toBe(true);
  expect(made.out).toContain(`Done: ${address}`);
  expect(desk.saved()).toEqual(own);

  // What Google has now, opened in the host, is a program: set up by its menu, and run.
  const folder = mkdtempSync(join(tmpdir(), "pushed-"));
  const ending = { SERVER_JS: "js", HTML: "html", JSON: "json" };
  for (const { name, type, source } of google.projects.get(scriptId)?.files ?? [])
    writeFileSync(join(folder, `${name}.${ending[type as keyof typeof ending]}`), source);
  const host = await openHost({ dist: folder, now: "2026-03-02" });
  rmSync(folder, { recursive: true });
  await host.reload();
  await host.click("Set up this spreadsheet");
  await host.click("Run now");
  expect(host.view().toasts.length).toBeGreaterThan(0);

  const again = await run("push");
  expect([again.status, again.err]).toEqual([0, ""]);
  expect(again.out).toContain("It is this release already");
  expect(requests()).toEqual([`GET ${content(scriptId)}`]);

  expect(failed(await run("new", "Another"))).toEqual([
    true,
    expect.stringContaining(`This folder already belongs to a script: ${address}.`),
  ]);
  expect(requests()).toEqual([]);
});

inLongMode(
  "npm run push names what it replaces, and does not take away a file that is not Tributary's unless told",
  async () => {
    const older = released.map((each) => ({ ...each, source: `${each.source}// older\n` }));
    const theirs = { name: "helpers", type: "SERVER_JS", source: "function ours() {}" };
    const notices = { name: "notices", type: "HTML", source: "<p>of an earlier release</p>" };
    exists([...older, theirs, notices]);
    begin("fresh", own);

    const refused = await run("push");
    expect(failed(refused)).toEqual([
      true,
      expect.stringContaining("Not of Tributary, and lost with this push: helpers.js."),
    ]);
    for (const line of ["Code.js is replaced", "helpers.js goes", "notices.html goes"])
      expect(refused.out).toContain(line);
    expect(requests()).toEqual([`GET ${content(scriptId)}`]);

    const answered = await runScript(["push"], desk, google.url, { terminal: "y\n" });
    expect([answered.status, answered.err]).toEqual([0, ""]);
    expect(answered.out).toContain("Go on? (y/N)");
    expect(isReleased(google.projects.get(scriptId)?.files)).toBe(true);
    expect(answered.out).toContain(`Done. Reload the spreadsheet: ${address}`);
  },
);

inLongMode(
  "npm run push leaves partner pages as they are until asked with --pages; from then on each push updates them at their address",
  async () => {
    const older = released.map((each) => ({ ...each, source: `${each.source}// older\n` }));
    const serves = new Map<string, number | null>([
      ["AKeditor", null],
      ["AKpages", 1],
      ["AKother", 1],
    ]);
    const deploy = () => {
      exists(older);
      Object.assign(google.projects.get(scriptId) ?? {}, {
        versions: [older],
        deployments: serves,
      });
    };
    deploy();
    begin("fresh", own);
    const told = await run("push");
    expect([told.status, told.err]).toEqual([0, ""]);
    expect(told.out).toContain("still come from the former release");
    expect(serves.get("AKpages")).toBe(1);

    const asked = await run("push", "--pages");
    expect([asked.status, asked.err]).toEqual([0, ""]);
    expect(asked.out).toContain("at the same address (AKpages)");
    expect([...serves]).toEqual([
      ["AKeditor", null],
      ["AKpages", 2],
      ["AKother", 2],
    ]);
    expect(isReleased(google.projects.get(scriptId)?.versions?.[1])).toBe(true);
    expect(desk.saved()).toEqual({ ...own, pages: true });

    serves.set("AKpages", 1);
    deploy();
    expect((await run("push")).out).toContain("at the same address (AKpages)");
    expect(serves.get("AKpages")).toBe(2);

    deploy();
    google.refusal = { at: /PUT .*deployments/, status: 403, message: "blocked by administrator" };
    expect(failed(await run("push"))).toEqual([
      true,
      expect.stringContaining("The script is up to date, but the partner pages"),
    ]);
    google.refusal = { at: /GET .*deployments/, status: 403, message: "blocked by administrator" };
    expect(failed(await run("push", "--pages"))).toEqual([
      true,
      expect.stringMatching(/the partner pages were not all updated.*npm run push -- --pages/s),
    ]);

    google.refusal = null;
    serves.set("AKpages", 1);
    expect((await run("push")).out).toContain("nothing to push");
    expect(serves.get("AKpages")).toBe(1);
    await run("push", "--pages");
    // The update that was refused had made version 2.
    expect(serves.get("AKpages")).toBe(3);
  },
);

inLongMode(
  "somebody else's Code is named, too; and a first push by the editor's address is remembered",
  async () => {
    exists([{ name: "Code", type: "SERVER_JS", source: "function theirs() {}" }]);
    const done = await run("push", `https://script.google.com/d/${scriptId}/edit`, "--replace");
    expect([done.status, done.err]).toEqual([0, ""]);
    expect(done.out).toContain("lost with this push: Code.js.");
    expect(isReleased(google.projects.get(scriptId)?.files)).toBe(true);
    expect(desk.saved()).toEqual({ scriptId, rootDir: "dist" });
  },
);

inLongMode(
  "in a terminal, whoever is not logged in logs in first, and the work goes on",
  async () => {
    exists(released);
    begin("none", own);
    let isAnswered = false;
    const onOut = (text: string) => {
      // The browser's part: the page of Google's sends the person back with a code.
      const link = /https:\/\/accounts\.google\.com\S+/.exec(text)?.[0];
      if (link === undefined || isAnswered) return;
      isAnswered = true;
      const asked = new URL(link).searchParams;
      const back = new URL(asked.get("redirect_uri") ?? "");
      back.searchParams.set("code", "of Google");
      back.searchParams.set("state", asked.get("state") ?? "");
      void fetch(back);
    };
    const done = await runScript(["push"], desk, google.url, { terminal: "", onOut });

    expect([done.status, isAnswered]).toEqual([0, true]);
    expect(done.out).toContain("It is this release already");
    expect(requests()).toContain("POST oauth2.googleapis.com/token");
  },
);

interface Failure {
  readonly name: string;
  readonly args?: readonly string[];
  readonly login?: Login;
  readonly project?: object | null;
  readonly refusal?: FakeGoogle["refusal"];
  readonly google?: string;
  /** How its sentence begins. */
  readonly says: string;
}
const at = (method: string) => new RegExp(`^${method} script`);
const off =
  "User has not enabled the Apps Script API. Enable it by visiting https://script.google.com/home/usersettings then retry. If you enabled this API recently, wait a few minutes for the action to propagate to our systems and retry.";

const failures: readonly Failure[] = [
  { name: "not logged in", login: "none", says: "You are not logged in to Google here." },
  {
    name: "API off",
    args: ["new", "Partner program"],
    project: null,
    refusal: { at: at("POST"), status: 403, message: off },
    says: "The Apps Script API is off for your account.",
  },
  {
    name: "refused manifest",
    refusal: { at: at("PUT"), status: 400, message: "Request contains an invalid argument." },
    says: "Google refuses what was sent: most often the manifest",
  },
  {
    name: "manifest missing",
    refusal: {
      at: at("PUT"),
      status: 400,
      message: "Project contents must include a manifest file named appsscript.",
    },
    says: "Google refuses the manifest (appsscript.json).",
  },
  {
    name: "not found",
    project: { scriptId: "script-of-nobody-0123456789abcdef" },
    says: "Google knows no script with the id script-of-nobody-0123456789abcdef,",
  },
  {
    name: "no right",
    refusal: { at: at("PUT"), status: 403, message: "The caller does not have permission" },
    says: `This account may not change the script ${scriptId}.`,
  },
  {
    name: "admin policy, at the login",
    login: "old",
    refusal: { at: /token/, status: 400, message: "admin_policy_enforced" },
    says: "Your organisation's administrator does not allow this.",
  },
  {
    name: "admin policy, at the call",
    refusal: {
      at: at("GET"),
      status: 403,
      message: "Access has been disabled by your administrator.",
    },
    says: "Your organisation's administrator does not allow this.",
  },
  {
    name: "login run out",
    login: "old",
    refusal: { at: /token/, status: 400, message: "invalid_grant" },
    says: "Google no longer accepts the login that is stored here.",
  },
  {
    name: "no network",
    google: "http://127.0.0.1:9",
    says: "No connection to Google.",
  },
  {
    name: "limit",
    refusal: {
      at: at("PUT"),
      status: 429,
      message: "Quota exceeded for quota metric 'Management requests'.",
    },
    says: "Google's limit is reached for now",
  },
  {
    name: "Google's own fault",
    refusal: { at: at("PUT"), status: 500, message: "Internal error encountered." },
    says: "Google itself had a fault.",
  },
];
/** The one of them that `npm test` does. */
const some = ["not logged in"];

test.each(failures.filter(({ name }) => isLong || some.includes(name)))(
  "$name: its sentence, a status that is not 0, and nothing changed",
  async (failure) => {
    exists(released.map((each) => ({ ...each, source: `${each.source} ` })));
    begin(
      failure.login ?? "fresh",
      failure.project === null ? undefined : (failure.project ?? own),
    );
    google.refusal = failure.refusal ?? null;
    const before = JSON.stringify([...google.projects]);
    const where = failure.google ?? google.url;
    const ended = await runScript(failure.args ?? ["push"], desk, where);

    expect(failed(ended)).toEqual([true, expect.stringContaining(failure.says)]);
    expect(ended.err).toContain("(clasp says: ");
    expect(JSON.stringify([...google.projects]) === before).toBe(true);
  },
  60_000,
);

test("what clasp says of each failure has its sentence", () => {
  const said = failures.flatMap(({ refusal, says, project }) =>
    refusal ? [[refusal.message, says, (project as { scriptId?: string })?.scriptId]] : [],
  );
  const program = `import { failureOf } from ${JSON.stringify(`file://${join(root, "scripts/google/failures.mjs")}`)};
    console.log(JSON.stringify(${JSON.stringify(said.map(([words]) => words))}.map((words) => failureOf(words, ${JSON.stringify(scriptId)}).message)));`;
  const out = execFileSync(process.execPath, ["--input-type=module", "-e", program]);
  const sentences = JSON.parse(out.toString()) as string[];
  said.forEach(([, says = ""], index) => {
    expect(sentences[index]).toContain(says);
  });
});

test("the installation guide's table has each of them, with its sentence (INSTALL-6)", () => {
  const guide = readFileSync(join(root, "docs/install/one-command.md"), "utf8");
  const rows = tablesIn(guide).at(-1) ?? [];
  expect(rows.length).toBeGreaterThan(10);
  const sayings = failures.map(({ name, says }) => [name.split(",")[0], says] as const);
  const known = new Map([
    ...sayings,
    ["placeholder id", "This folder does not know your script yet."],
  ]);
  expect([...known.keys()].sort()).toEqual(rows.map(([name]) => name).sort());
  for (const [name = "", sentence = ""] of rows) expect(known.get(name)).toContain(sentence);
});

test.each([
  [
    "placeholder id",
    ["push"],
    { scriptId: "REPLACE-WITH-YOUR-SCRIPT-ID" },
    "This folder does not know your script yet.",
  ],
  ["no id", ["push"], null, "This folder does not know your script yet."],
  ["no id at all", ["push", "Partner program"], null, "“Partner program” is no script id."],
  ["a file that is no project", ["push"], { script: 1 }, "can't be read"],
  ["no name", ["new"], null, "Say how the spreadsheet is to be called"],
] as const)("%s: said before Google is asked", async (_name, args, project, says) => {
  begin("fresh", project ?? undefined);
  expect(failed(await run(...args))).toEqual([true, expect.stringContaining(says)]);
  expect(requests()).toEqual([]);
});

describe("the fake itself refuses what the API's description says it refuses", () => {
  const put = async (files: unknown, authorization = "Bearer x") => {
    exists(released);
    const answer = await fetch(`${google.url}/v1/projects/${scriptId}/content`, {
      method: "PUT",
      headers: { authorization, "x-meant-for": "script.googleapis.com" },
      body: JSON.stringify({ files }),
    });
    return answer.status;
  };
  const [code, manifest] = [released[0], released[1]];

  test("no login, no manifest, a manifest it can't read, two files of one name, a script it can't parse", async () => {
    expect(await put(released)).toBe(200);
    expect(await put(released, "")).toBe(401);
    expect(await put([code])).toBe(400);
    expect(await put([code, { ...manifest, source: "{" }])).toBe(400);
    expect(await put([code, { ...manifest, source: '{"timeZone":"UTC","$schema":"x"}' }])).toBe(
      400,
    );
    expect(await put([code, code, manifest])).toBe(400);
    expect(await put([{ ...code, source: "function {" }, manifest])).toBe(400);
  });
});
