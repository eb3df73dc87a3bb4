import { openHost } from "../support/host";
import { openProgram } from "./support/program";

const every = [
  "spreadsheets.currentonly",
  "script.container.ui",
  "userinfo.email",
  "script.scriptapp",
  "script.send_mail",
];
const without = (...names: readonly string[]) => every.filter((name) => !names.includes(name));
const entries = {
  showSidebar: ["spreadsheets.currentonly", "script.container.ui", "userinfo.email"],
  runNow: ["spreadsheets.currentonly", "userinfo.email"],
  setUp: ["spreadsheets.currentonly", "userinfo.email", "script.scriptapp"],
  installSchedule: ["spreadsheets.currentonly", "userinfo.email", "script.scriptapp"],
  tidyColumns: ["spreadsheets.currentonly", "script.container.ui", "userinfo.email"],
  allowRights: every,
};
const words: Readonly<Record<string, string>> = {
  "spreadsheets.currentonly": "see and change this spreadsheet, which it needs for all it does",
  "script.container.ui": "show pages beside the sheet, which it needs for the sidebar",
  "userinfo.email": "see your e-mail address, which it needs for saying who did what",
  "script.scriptapp": "run when you are not there, which it needs for the schedule",
  "script.send_mail": "send e-mail as you, which it needs for mailing statements",
};

test.each(Object.entries(entries))(
  "%s asks for each right it needs and says what it is for, and for no other",
  async (entry, needed) => {
    const host = await openProgram();
    const before = JSON.stringify(host.workbook.sheets);
    for (const name of every) {
      host.grant(without(name));
      const asked = host.click(
        {
          showSidebar: "Tributary › Open the sidebar",
          runNow: "Tributary › Run now",
          setUp: "Tributary › Set up this spreadsheet",
          installSchedule: "Tributary › Install the schedule",
          tidyColumns: "Tributary › Tidy columns",
          allowRights: "Tributary › Grant missing permissions",
        }[entry] as string,
      );
      if (!needed.includes(name)) {
        await asked;
        continue;
      }
      await expect(asked).rejects.toThrow("Authorization is required to perform that action.");
      const said = host
        .executions()
        .slice(-1)[0]
        ?.logs.map(({ text }) => text)
        .join();
      expect(said).toContain(`Google does not let Tributary ${words[name]}`);
    }
    if (entry === "showSidebar" || entry === "allowRights") {
      expect(JSON.stringify(host.workbook.sheets)).toBe(before);
    }
  },
  60_000,
);

test("a clock run without its permissions changes nothing and tells its owner which one is missing", async () => {
  for (const name of ["spreadsheets.currentonly", "userinfo.email"]) {
    const host = await openProgram();
    const before = JSON.stringify(host.workbook.sheets);
    host.grant(without(name));
    const runs = await host.clock.advanceTo("2026-04-03T13:00:00Z");
    expect(runs.map(({ name: what, status }) => `${what} ${status}`)).toEqual(["onDaily failed"]);
    expect(runs[0]?.error).toContain(words[name]);
    expect(JSON.stringify(host.workbook.sheets)).toBe(before);
    host.grant("all");
    expect((await host.clock.advanceTo("2026-04-04T13:00:00Z"))[0]).toMatchObject({
      status: "completed",
    });
  }
});

test("a clock run needs no permission to mail or for the schedule", async () => {
  const host = await openProgram();
  host.grant(without("script.send_mail", "script.scriptapp", "script.container.ui"));
  const runs = await host.clock.advanceTo("2026-04-03T13:00:00Z");
  expect(runs.map(({ status }) => status)).toEqual(["completed"]);
});

test.each([
  ["install-schedule", "script.scriptapp"],
  ["remove-schedule", "script.scriptapp"],
  ["open-wide", "script.container.ui"],
  ["run", "userinfo.email"],
  ["home", "spreadsheets.currentonly"],
])("the call %s says that %s is missing", async (name, scope) => {
  const host = await openProgram();
  host.grant(without(scope));
  const input =
    name === "run" ? { kind: "by hand" } : name === "open-wide" ? { screen: "triggers" } : {};
  const reply = (await host.rpc(name, input)) as { error: { code: string; message: string } };
  expect(reply.error.code).toBe("RIGHT_MISSING");
  expect(reply.error.message).toContain(words[scope]);
  expect(reply.error.message).toContain("Choose “Grant missing permissions” in the menu Tributary");
  host.grant("all");
  expect(await host.rpc(name, input)).toMatchObject({ ok: true });
});

test("the menu needs no permission", async () => {
  const host = await openHost({ granted: [] });
  await host.reload();
  expect(host.menu().map(({ caption }) => caption)).toContain("Tributary");
});
