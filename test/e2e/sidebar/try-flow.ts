import type { Locator } from "playwright-core";
import type { Driver } from "../../../host";
import { closeBrowser, type HowToOpen, type OpenSidebar, openSidebar } from "./open-sidebar";

/** One thing that a person does, from the screen where it begins to the rows that it changes. */
export interface Flow {
  readonly at: readonly [screen: string, about?: string];
  /** What is chosen before anything is typed; found again, like what is typed. */
  readonly choose?: Hand;
  /** What is pressed until the form is there, also after a reload. */
  readonly show?: Hand;
  /** By the ids of the fields. */
  readonly type?: Readonly<Record<string, string>>;
  /** The buttons that send it, one after the other; those after ">" stand in the question that came up. */
  readonly press: readonly string[];
  readonly call: string;
  /** What the input of that call has in it, as JSON, where others of the name only look. */
  readonly input?: string;
  readonly says: string | RegExp;
  /** The way back, or on, that is offered. */
  readonly way?: string;
  /** How many rows are new or differ, by tab. */
  readonly changes: Readonly<Record<string, number>>;
  /** What it says where its answer was lost, and it is sent once more. */
  readonly again?: string | RegExp;
}

type Hand = (open: OpenSidebar) => Promise<void>;

/** Presses buttons one after the other. */
export const press =
  (...names: readonly string[]): Hand =>
  async ({ frame }) => {
    for (const name of names) await frame.getByRole("button", { name, exact: true }).click();
  };

/** Ticks the first box that is called so. */
export const tick =
  (name: string | RegExp): Hand =>
  ({ frame }) =>
    frame.getByRole("checkbox", { name }).first().check();

const FOUND = "[role=listbox][aria-busy=false] [role=option]";
/** Picks the first that a search finds. */
export const pick =
  (label: string, search: string): Hand =>
  async ({ frame, page }) => {
    await frame.getByRole("combobox", { name: label }).fill(search);
    await frame.locator(FOUND).first().waitFor();
    await page.keyboard.press("Enter");
    await frame.getByRole("button", { name: /Choose another/ }).waitFor();
  };

const faults = [
  ["loseAuthorization", "Google no longer lets this sidebar act for you"],
  ["holdLock", "A run is in progress"],
  ["fail", "Google returned an error"],
] as const;
type Fault = (typeof faults)[number];
/** `SCREENS=1` for the long mode: each flow meets all of them; else one each, by turns. */
const isLong = process.env.SCREENS !== undefined;

/** Rows of all tabs by tab and key; each tab is one row of "New tabs". */
function rowsOf(host: Driver): ReadonlyMap<string, string> {
  const tabs = host.sheetNames().filter((name) => !name.startsWith("_"));
  return new Map(
    tabs.flatMap((tab) => {
      const rows = host.rows(tab).filter((row) => row.Key);
      const texts = rows.map((row) => [`${tab}\n${row.Key}`, JSON.stringify(row)] as const);
      return [[`New tabs\n${tab}`, ""] as const, ...texts];
    }),
  );
}

function changesSince(before: ReadonlyMap<string, string>, host: Driver): Record<string, number> {
  const after = rowsOf(host);
  const changes: Record<string, number> = {};
  for (const place of new Set([...before.keys(), ...after.keys()])) {
    if (before.get(place) === after.get(place)) continue;
    const tab = place.split("\n")[0] ?? "";
    changes[tab] = (changes[tab] ?? 0) + 1;
  }
  return changes;
}

/** Tries flows one after the other in one sidebar, which the browser may not complain of. */
export function tryFlows(flows: Readonly<Record<string, Flow>>, program: HowToOpen): void {
  let open: OpenSidebar;
  beforeAll(async () => {
    open = await openSidebar(program);
  });
  afterAll(async () => {
    expect(open.complaints).toEqual([]);
    await open.close();
    await closeBrowser();
  });

  const each = Object.entries(flows).map(([name, flow], n) => [name, flow, n] as const);
  test.each(each)(
    `%s survives a lost authorization, a busy lock${isLong ? "," : " or"} an error${isLong ? "" : ", by turns,"} and a slow server, what is typed a reload too, and is done once`,
    async (_, flow, n) => {
      try {
        await tryFlow(open, flow, isLong ? faults : [faults[n % faults.length] as Fault]);
      } finally {
        open.server.mend();
        open.server.aim("");
      }
    },
  );
}

/**
 * Tries one flow where Google fails it: without authorization, with the lock held and with an error nothing is
 * changed and nothing typed is lost, nor by a reload; a slow answer shows progress, and a second press does nothing.
 * Then it has changed exactly its rows. With `again`, its answer is lost besides, and it is sent once more.
 */
async function tryFlow(open: OpenSidebar, flow: Flow, tried: readonly Fault[]): Promise<void> {
  const { host, server } = open;
  const { at, type = {}, press, call, input = "", says, way, changes } = flow;
  const field = (id: string): Locator => open.frame.locator(`#${id}`);
  const shows = (words: string | RegExp) => open.frame.getByText(words).first().waitFor();
  const button = (name: string): Locator =>
    name.startsWith(">")
      ? open.frame.locator("dialog").getByRole("button", { name: name.slice(1), exact: true })
      : open.frame.getByRole("button", { name, exact: true }).last();
  const send = async (names = press) => {
    for (const name of names) await button(name).click();
  };
  const begin = async () => {
    await open.at(...at);
    await flow.show?.(open);
  };
  const expectTyped = async () => {
    for (const [id, value] of Object.entries(type)) {
      await field(id).waitFor();
      await until(async () => (await field(id).inputValue()) === value, `${id} is ${value}`);
    }
  };

  await begin();
  await flow.choose?.(open);
  for (const [id, value] of Object.entries(type)) await enter(field(id), value);
  const before = rowsOf(host);
  server.aim(call, input);
  for (const [fault, sentence] of tried) {
    await open.rest();
    server[fault]();
    await send();
    await shows(sentence);
    server.mend();
    expect([fault, changesSince(before, host)]).toEqual([fault, {}]);
    await expectTyped();
  }
  if (flow.type || flow.choose) {
    await until(() => isKept(host, Object.values(type)), "the draft is kept");
    await begin();
    await expectTyped();
  }
  if (flow.again) {
    await open.rest();
    server.failAfter();
    await send();
    await shows("Google returned an error");
    server.mend();
    await expectTyped();
  }
  await open.rest();
  const held = server.hold();
  await send(press.slice(0, -1));
  // Its word may change meanwhile.
  const pressed = await button(press.at(-1) ?? "").elementHandle();
  await pressed?.click();
  await open.frame.locator("[aria-disabled=true] .spinner, progress").first().waitFor();
  await until(async () => held.count() === 1, `${call} is made`);
  await pressed?.dispatchEvent("click");
  held.letGo();
  await shows(flow.again ?? says);
  server.aim("");
  expect(held.count()).toBe(1);
  expect(changesSince(before, host)).toEqual(changes);
  if (way) await open.frame.locator(".toasts").getByRole("button", { name: way }).waitFor();
}

/** Types into a field, or chooses where it is a list. */
async function enter(field: Locator, value: string): Promise<void> {
  await field.waitFor();
  const isList = (await field.locator("xpath=self::select").count()) > 0;
  await (isList ? field.selectOption(value) : field.fill(value));
}

async function isKept(host: Driver, values: readonly string[]): Promise<boolean> {
  const drafts = JSON.stringify(await host.rpc("find-drafts", {} as never));
  return values.every((value) =>
    drafts.includes(JSON.stringify(JSON.stringify(value)).slice(3, -3)),
  );
}

async function until(isSo: () => Promise<boolean>, what: string): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`It never came that ${what}`);
}
