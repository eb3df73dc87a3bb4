import { closeBrowser, type OpenSidebar, openSidebar } from "./open-sidebar";
import { smallSales } from "./small-sales";

afterAll(closeBrowser);

describe("check this installation", () => {
  let open: OpenSidebar;
  afterEach(async () => {
    expect(open.complaints).toEqual([]);
    await open.close();
  });
  const result = () => open.frame.getByLabel("The result as text, for a bug report").inputValue();

  it("shows each probe with its verdict, and the whole as text without anything of the team's", async () => {
    open = await openSidebar({ rows: smallSales, run: true });
    await open.go("Check this installation");
    await open.frame.getByText("The schedule is whole and has run").waitFor();
    await open.frame.getByText(/a call takes at least \d/).waitFor();
    expect(await open.frame.getByText("As expected", { exact: true }).count()).toBe(14);
    await open.frame.getByText("All 14 checks are as expected.").waitFor();
    expect(await open.axe()).toEqual([]);
    await open.screenshot("installation");

    const text = await result();
    expect(text).toMatch(
      /^Tributary \d+\.\d+\.\d+, en_US, UTC\napostrophe: As expected \(hidden\)\n/,
    );
    expect(text).toContain("schedule: As expected (you)");
    expect(text).toMatch(/\nunpacking in the sidebar: As expected\nbrowser: Mozilla/);
    expect(text).not.toContain("example.com");
    await open.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await open.frame.getByRole("button", { name: "Copy the result" }).click();
    await open.frame.getByText("Copied.").waitFor();
    await open.screenshot("installation-text");
  });

  it("says what stops us and what to do, and after that is done all is well", async () => {
    open = await openSidebar({
      rows: smallSales,
      before: async (host) =>
        host.grant([
          "spreadsheets.currentonly",
          "script.container.ui",
          "userinfo.email",
          "script.scriptapp",
        ]),
    });
    await open.go("Check this installation");
    await open.frame.getByText("Stops us").first().waitFor();
    // Each of the two says what to do.
    const advice = open.frame.getByText("Choose Grant missing permissions in the menu");
    expect(await advice.count()).toBe(2);
    await open.frame.getByText("Of 14 checks, 2 need you.").waitFor();
    // What Google said stands in the text for a bug report only.
    expect(await open.frame.getByText(/^(Stops us )?You do not have permission/).count()).toBe(0);
    expect(await result()).toContain("You do not have permission to call MailApp");
    await open.screenshot("installation-stops");
    open.host.grant("all");
    await open.frame.getByRole("button", { name: "Check again" }).click();
    await open.frame.getByText("Stops us").first().waitFor({ state: "detached" });
    expect(await open.axe()).toEqual([]);
  });
});
