import { flaws } from "./flaws";
import { livedProgram } from "./lived-program";
import { closeBrowser, type OpenSidebar, openSidebar, type Rows } from "./open-sidebar";
import { aboutByScreen, screenNames } from "./screen-names";
import { loaded } from "./settled";

afterAll(closeBrowser);

/** The record that each screen is opened for. */
const about: ReturnType<typeof aboutByScreen> = {
  ...aboutByScreen({
    partners: "ptn_ada",
    invoices: "inv_2026-02_USD",
    drips: "drip_trx_1/trg_yearly",
    triggers: "trg_yearly",
  }),
  record: "sale cus_harbor",
};

const LONG = "of the Donaudampfschifffahrtsgesellschaftsverwaltung and its friends in the north";
/** The same rows with names and addresses as long as people make them. */
const longNamed = (rows: Rows): Rows =>
  Object.fromEntries(
    Object.entries(rows).map(([tab, each]) => [
      tab,
      each.map((row) => ({
        ...row,
        ...(row.Name && { Name: `${row.Name} ${LONG}` }),
        ...(row["E-mail"] && { "E-mail": `affiliate.payments.${row["E-mail"]}` }),
      })),
    ]),
  );

describe("each screen", () => {
  let open: OpenSidebar;
  beforeAll(async () => {
    open = await openSidebar({ ...livedProgram, rows: longNamed(livedProgram.rows) });
  });
  afterAll(() => open.close());

  it.each(screenNames)(
    "%s cuts off no name however long, and axe-core finds nothing, light or dark",
    async (name) => {
      await open.at(name, about[name]);
      await loaded(open.frame);
      expect(await flaws(open.frame)).toEqual([]);
      expect(await open.axe()).toEqual([]);

      await open.page.emulateMedia({ colorScheme: "dark" });
      expect(await open.axe(open.frame, ["color-contrast"])).toEqual([]);
      await open.page.emulateMedia({ colorScheme: "light" });
      expect(open.complaints).toEqual([]);
    },
  );

  it("the list has every screen of the sidebar", () => {
    expect(screenNames.length).toBeGreaterThan(10);
  });
});
