import { closeBrowser, middleOf, type OpenPage, openPage } from "./open-page";

describe("cells on the page", () => {
  let open: OpenPage;
  beforeEach(async () => {
    open = await openPage({ isSetUp: true });
    await open.page.getByRole("tab", { name: "Rewards" }).click();
    await open.page.locator("#live-cell", { hasText: "Key" }).waitFor({ state: "attached" });
  });
  afterEach(async () => {
    expect(open.complaints).toEqual([]);
    await open.close();
  });
  afterAll(closeBrowser);

  const hears = (text: string): Promise<void> =>
    open.page.locator("#live-cell", { hasText: text }).waitFor({ state: "attached" });
  const amounts = () => open.host.rows("Rewards").map(({ Amount }) => Amount);

  it("shows values as formatted, and the formula of a computed cell", async () => {
    await open.choose(5, 2);
    await hears("B5");

    expect(await open.cell()).toBe("B5, 39.75, formula =SUM(B2:B4)");
    expect(await open.page.getByLabel("Content of the cell").inputValue()).toBe("=SUM(B2:B4)");
  });

  it("scripts see which cell is active", async () => {
    const told = open.page.waitForResponse(
      (response) => response.request().postDataJSON()?.row === 3,
    );
    await open.choose(3, 2);
    await told;

    expect(await open.host.run("where", [])).toBe("Rewards!B3");
  });

  it("accepts text typed into one cell after the other", async () => {
    await open.choose(2, 2);
    await open.page.keyboard.type("1,200.5");
    await open.page.keyboard.press("Enter");
    await open.page.keyboard.type("=B2*2");
    await open.page.keyboard.press("Enter");
    await open.page.keyboard.type("'12");
    await open.page.keyboard.press("Enter");
    await hears("B5, 3601.5");

    expect(amounts()).toEqual([1200.5, 2401, "12", 3601.5]);
  });

  it("shows immediately what a script or another person writes", async () => {
    await open.choose(2, 1);
    await hears("A2, rwd_1");

    open.host.type("Rewards", 0, "Key", "rwd_9");

    await hears("A2, rwd_9");
  });

  it("refuses what a validation rejects, with Google's text, and keeps the cell", async () => {
    await open.choose(2, 3);
    await open.page.keyboard.type("lost");
    await open.page.keyboard.press("Enter");
    const notice = open.page.getByRole("dialog", { name: "There was a problem" });
    await notice.waitFor();

    expect(await notice.textContent()).toContain("in cell C2 violates the data validation rules");
    expect(open.host.rows("Rewards")[0]?.Status).toBe("open");
  });

  it("offers the choices of a drop-down by the keyboard", async () => {
    await open.choose(2, 3);
    await hears("C2, open, drop-down");
    await open.page.keyboard.press("Alt+ArrowDown");
    await open.page.getByRole("option", { name: "declined" }).waitFor();
    await open.page.keyboard.press("ArrowDown");
    await open.page.keyboard.press("ArrowDown");
    await open.page.keyboard.press("Enter");
    await hears("C2, declined");

    expect(open.host.rows("Rewards")[0]?.Status).toBe("declined");
  });

  it("empties cells with Delete and brings them back with Ctrl+Z", async () => {
    await open.choose(2, 2);
    await hears("B2");
    await open.page.keyboard.press("Delete");
    await hears("B2, empty");
    expect(amounts().slice(0, 3)).toEqual(["", 20, 7.25]);

    await open.page.keyboard.press("Control+z");
    await hears("B2, 12.50");
    expect(amounts().slice(0, 3)).toEqual([12.5, 20, 7.25]);
  });

  it("pastes a block of text, tabs and lines parting the cells", async () => {
    await open.choose(8, 1);
    await hears("A8");
    await open.page.evaluate(() => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", 'a\t1\n"two\nlines"\t2\n');
      const paste = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
      document.activeElement?.dispatchEvent(paste);
    });
    await hears("A8, a");

    expect(open.host.rows("Rewards").slice(6)).toMatchObject([
      { Key: "a", Amount: 1 },
      { Key: "two\nlines", Amount: 2 },
    ]);
  });

  it("loads the rows of a long sheet where they are scrolled to", async () => {
    const rows = Array.from({ length: 8_000 }, (_, n) => ({ Key: `long_${n}`, Amount: n }));
    open.host.append("Rewards", rows);
    await open.choose(2, 1);
    await open.page.mouse.wheel(0, 150_000);
    await open.page.mouse.click(...middleOf(12, 1));

    await hears("long_7");
  });

  it("sorts and inserts rows from the menus, whole rows together", async () => {
    await open.choose(2, 1);
    await open.page.getByRole("menuitem", { name: "Data" }).click();
    await open.page.getByRole("menuitem", { name: /Z to A/ }).click();
    await hears("A2, rwd_3");
    await open.page.mouse.click(...middleOf(2, 1), { button: "right" });
    await open.page.getByRole("menuitem", { name: "Insert row above" }).click();
    await hears("A2, empty");

    const keys = open.host.rows("Rewards").map(({ Key }) => Key);
    expect(keys).toEqual(["", "rwd_3", "rwd_2", "rwd_1", ""]);
    expect(open.host.notes("Rewards")).toEqual({ B4: "Typed over by Ann" });
  });
});
