import type { Driver } from "../../host";
import { openHost } from "../support/host";
import { ask } from "../support/small-program";

const keep = (host: Driver, name: string, text: string) => ask(host, "save-draft", { name, text });
const found = (host: Driver) => ask(host, "find-drafts", {});
const open = () => openHost({ now: "2026-03-01", user: "ann@example.com" });

test("what a person typed is restored, with any characters and up to a form's length", async () => {
  const host = await open();
  const long = "Zoë’s 𝄞 “rule” #0 ".repeat(1_400);
  await keep(host, "form a#0 ", "{}");
  await keep(host, "form b", long);

  expect(await found(host)).toEqual({ "form a#0 ": "{}", "form b": long });
});

test("a draft that becomes shorter or empty leaves nothing of the longer one", async () => {
  const host = await open();
  await keep(host, "form", "x".repeat(9_000));
  await keep(host, "form", "y");
  expect(await found(host)).toEqual({ form: "y" });
  await keep(host, "form", "");

  expect(await found(host)).toEqual({});
  expect(host.state.kept("properties", Object)).toMatchObject({ "user ann@example.com": [] });
});

test("what is too long to be kept is refused, and the draft before it stays", async () => {
  const host = await open();
  await keep(host, "form", "short");

  const refused = async (name: string, text: string) =>
    JSON.stringify(await host.rpc("save-draft", { name, text }));
  expect(await refused("form", "x".repeat(27_001))).toContain("Draft is too long");
  expect(await refused("", "x")).toContain("Name is needed");
  expect(await found(host)).toEqual({ form: "short" });
});

test("the oldest drafts are removed if all of them would be too much", async () => {
  const host = await open();
  for (const name of ["a", "b", "c"]) {
    await host.clock.advanceTo(host.clock.now().getTime() + 1_000);
    await keep(host, name, name.repeat(25_000));
  }

  expect(Object.keys((await found(host)) as object)).toEqual(["b", "c"]);
});

test("keeping a draft reads no cell and waits for no run", async () => {
  const host = await open();
  host.state.slot("lock", () => new Map<string, object>()).set("script", { execution: -1 });
  await keep(host, "form", "{}");

  expect(host.usage().last).toMatchObject({ cellsRead: 0, cellsWritten: 0 });
});

test("a draft not sent for 30 days is deleted at the next visit", async () => {
  const host = await open();
  await keep(host, "old", "x".repeat(9_000));
  await host.clock.advanceTo("2026-03-20");
  await keep(host, "young", "y");
  await host.clock.advanceTo("2026-03-31T11:00:00Z");
  expect(Object.keys((await found(host)) as object)).toEqual(["old", "young"]);
  await host.clock.advanceTo("2026-04-01");

  expect(await found(host)).toEqual({ young: "y" });
  const own = host.state.kept<Record<string, [string, string][]>>("properties", Object)[
    "user ann@example.com"
  ];
  expect(own?.map(([key]) => key)).toEqual(["draft young#0"]);
});

test("half a draft is deleted, and other properties stay", async () => {
  const host = await open();
  await keep(host, "form", "x".repeat(9_000));
  const store = host.state.kept<Record<string, [string, string][]>>("properties", Object);
  const name = "user ann@example.com";
  store[name] = [...(store[name] ?? []).filter(([key]) => key !== "draft form#1"), ["other", "1"]];

  expect(await found(host)).toEqual({});
  expect(store[name]).toEqual([["other", "1"]]);
});
