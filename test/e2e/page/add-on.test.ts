import { closeBrowser, type OpenPage, openPage } from "./open-page";

describe("the add-on on the page", () => {
  let open: OpenPage;
  afterEach(() => open.close());
  afterAll(closeBrowser);

  const sidebar = async () => {
    open = await openPage({ isSetUp: false });
    await open.menu("Open sidebar");
    const frame = open.page.frameLocator("aside iframe");
    await frame.locator("#add").waitFor();
    const out = frame.locator("#out");
    const press = (id: string): Promise<void> => frame.locator(`#${id}`).click();
    const shows = (text: string): Promise<void> => out.filter({ hasText: text }).waitFor();
    return { frame, out, press, shows };
  };

  it("runs a menu item and shows its sheets and its toast at once", async () => {
    open = await openPage({ isSetUp: false });

    await open.menu("Set up");

    await open.page.getByRole("tab", { name: "Rewards" }).waitFor();
    await open.page.getByText("Three rewards").waitFor();
    expect(open.host.sheetNames()).toEqual(["Sheet1", "Rewards"]);
    expect(open.complaints).toEqual([]);
  });

  it("goes to the cell that a script shows, in its tab and scrolled to", async () => {
    open = await openPage({ isSetUp: true });
    await open.page.getByRole("tab", { name: "Sheet1" }).click();

    await open.menu("More", "Show a cell");

    await open.page.locator("#live-cell", { hasText: "C60" }).waitFor({ state: "attached" });
    await open.page.getByRole("tab", { name: "Rewards", selected: true }).waitFor();
  });

  it("shows the error of a menu item that fails", async () => {
    open = await openPage({ isSetUp: false });

    await open.menu("More", "Fail");

    await open.page
      .getByRole("dialog", { name: "Fail" })
      .getByText("This cannot be done")
      .waitFor();
  });

  it("keeps the sidebar 300 pixels wide, in a frame that cannot reach the page", async () => {
    const { frame } = await sidebar();

    expect((await open.page.locator("aside iframe").boundingBox())?.width).toBe(300);
    expect(await frame.locator("body").getAttribute("data-parent")).toBe("SecurityError");
  });

  it("calls server functions with handlers and a user object", async () => {
    const { press, shows } = await sidebar();

    await press("add");
    await shows("5 kept");
    await press("refuse");
    await shows("ScriptError: TypeError: not today");
    await press("date");
    await shows("null");
    await press("illegal");
    await shows("Failed due to illegal value in property: 1");
  });

  it("answers eleven calls at once", async () => {
    const { press, shows } = await sidebar();

    await press("eleven");

    await shows("11 66");
    expect(open.host.executions().filter(({ name }) => name === "add")).toHaveLength(11);
  });

  it("closes the sidebar from its own page", async () => {
    const { press } = await sidebar();

    await press("close");

    await open.page.locator("aside.sidebar").waitFor({ state: "detached" });
    expect(open.host.view().sidebar).toBeNull();
  });

  it("shows a modal dialog at its size, which closes itself", async () => {
    open = await openPage({ isSetUp: false });
    await open.menu("More", "Dialog");
    const frame = open.page.locator("dialog iframe");
    await frame.waitFor();

    const box = await frame.boundingBox();
    expect([box?.width, box?.height]).toEqual([320, 120]);
    await open.page.frameLocator("dialog iframe").getByText("Done").click();
    await frame.waitFor({ state: "detached" });
  });

  it("suspends the script while a person answers its questions", async () => {
    open = await openPage({ isSetUp: false });
    // The host waits in this very thread: the answers must come from the browser by itself.
    await open.page.evaluate(() => {
      setInterval(() => {
        const dialog = document.querySelector("dialog");
        const input = dialog?.querySelector("input");
        if (input) input.value = "PAY-7";
        dialog?.querySelector<HTMLElement>("button[type=submit]")?.click();
      }, 50);
    });

    await open.menu("More", "Ask");

    await open.page.locator("#live-cell", { hasText: "PAY-7" }).waitFor({ state: "attached" });
  });
});
