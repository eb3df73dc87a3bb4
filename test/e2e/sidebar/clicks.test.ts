import { ask } from "../../support/small-program";
import { counted } from "./counted";
import { fullMonth } from "./full-month";
import { closeBrowser, type OpenSidebar, openSidebar } from "./open-sidebar";

afterAll(closeBrowser);

describe("the clicks of a month, from a named starting point with nothing prefilled", () => {
  let open: OpenSidebar;
  afterEach(() => open.close());
  const button = (name: string | RegExp) =>
    open.frame.getByRole("button", { name, exact: typeof name === "string" });
  const tab = (name: string) => open.frame.locator("nav.tabs").getByRole("button", { name });
  const says = (text: string | RegExp) => open.frame.getByText(text).first().waitFor();

  it("“why 19.80”: 2 from the partner, 3 from anywhere; “when paid”: 2", async () => {
    open = await openSidebar(fullMonth);
    await open.host.clock.advanceTo("2026-02-03");
    open.host.type("Partners", { Key: "ptn_01" }, "Group", "Gold");
    await ask(open.host, "run", { kind: "by hand" });

    // From Home.
    await open.at("home");
    const anywhere = counted();
    await anywhere.click(tab("Review"));
    await anywhere.fill(open.frame.getByLabel(/^Find rewards/), "19.80");
    await says("1 reward");
    await anywhere.click(button("Why"));
    await says("20 % of $99.00 = $19.80.");
    await open.screenshot("why-review");

    // From the partner.
    await open.at("partner", "ptn_01");
    await says("Ada Berg");
    const partner = counted();
    await open.frame
      .getByRole("button", { name: /Customer 01/ })
      .first()
      .waitFor();
    await open.screenshot("why-partner");
    await partner.click(button(/\$19\.80/));
    await says("20 % of $99.00 = $19.80.");
    await open.screenshot("why-panel");
    await says("The 25 % offer did not apply: the partner was Standard until Feb 3, 2026.");
    await says(/Estimated payment Feb/);
    await button("Copy for the partner").click();
    await says("Copied.");
    expect(await open.frame.getByLabel("For the partner").inputValue()).toBe(
      [
        "$19.80, earned on Jan 1, 2026: Sale: Customer 01.",
        "20 % of $99.00 = $19.80.",
        "You were in the group Standard until Feb 3, 2026.",
        "It is being reviewed; the estimated payment date is Feb 13, 2026.",
      ].join("\n"),
    );
    expect(await open.axe()).toEqual([]);
    expect(partner.clicks()).toBeLessThanOrEqual(2);
    expect(anywhere.clicks()).toBeLessThanOrEqual(3);
    expect(open.complaints).toEqual([]);
  });
});
