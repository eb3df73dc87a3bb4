import { flaws } from "./flaws";
import { livedProgram } from "./lived-program";
import { closeBrowser, type OpenSidebar, openSidebar } from "./open-sidebar";
import { aboutByScreen, screenNames } from "./screen-names";
import { loaded } from "./settled";

afterAll(closeBrowser);

/** A record that is not there, for the screens that show one. */
const gone = aboutByScreen({
  partners: "ptn_gone",
  invoices: "inv_2020-01_USD",
  drips: "drip_gone",
  triggers: "trg_gone",
});
/** `SCREENS=1` for the long mode: each screen where the server fails and where it is slow; else one of the two, by turns. */
const isLong = process.env.SCREENS !== undefined;
const failing = screenNames.filter((_, n) => isLong || n % 2 === 0);
const loading = screenNames.filter((_, n) => isLong || n % 2 === 1);

describe("a program without rows", () => {
  let open: OpenSidebar;
  beforeAll(async () => {
    open = await openSidebar({ rows: {} });
  });
  afterAll(() => open.close());

  it.each(screenNames)(
    "%s says what to do, with nothing cut off or raw, and axe-core finds nothing",
    async (name) => {
      await open.at(name, gone[name]);
      await loaded(open.frame);
      expect(await flaws(open.frame)).toEqual([]);
      expect(await open.axe()).toEqual([]);
    },
  );
});

describe("a failing server", () => {
  let open: OpenSidebar;
  beforeAll(async () => {
    open = await openSidebar(livedProgram);
  });
  afterEach(() => open.server.mend());
  afterAll(() => open.close());

  it.each(failing)(
    "%s shows an error of Google's as a sentence, and axe-core finds nothing",
    async (name) => {
      open.server.fail();
      await open.at(name, gone[name]);
      await loaded(open.frame);
      expect(await flaws(open.frame)).toEqual([]);
      expect(await open.axe()).toEqual([]);
    },
  );

  it.each(loading)("%s shows that it is loading, and axe-core finds nothing", async (name) => {
    open.server.hold();
    await open.at(name, gone[name]);
    expect(await flaws(open.frame)).toEqual([]);
    expect(await open.axe()).toEqual([]);
  });

  it("shows its content once a slow answer has come", async () => {
    const held = open.server.hold();
    await open.at("partners");
    await open.frame.locator("main .skeleton, main .spinner").first().waitFor();
    held.letGo();
    await open.frame.getByText("Ada Berg").first().waitFor();
  });
});
