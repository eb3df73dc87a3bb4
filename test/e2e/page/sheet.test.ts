import { readFileSync } from "node:fs";
import type { AxeResults } from "axe-core";
import { closeBrowser, middleOf, type OpenPage, openPage } from "./open-page";

describe("the page as a sheet", () => {
  let open: OpenPage;
  const show = async (): Promise<void> => {
    await open.page.getByRole("tab", { name: "Rewards" }).click();
    await open.page.locator("#live-cell", { hasText: "Key" }).waitFor({ state: "attached" });
  };
  beforeEach(async () => {
    open = await openPage({ isSetUp: true });
    await show();
  });
  afterEach(async () => {
    expect(open.complaints).toEqual([]);
    await open.close();
  });
  afterAll(closeBrowser);

  const hears = (text: string): Promise<void> =>
    open.page.locator("#live-cell", { hasText: text }).waitFor({ state: "attached" });
  const item = (name: string) =>
    open.page
      .getByRole("menuitem", { name, exact: true })
      .or(open.page.getByRole("menuitemradio", { name, exact: true }));
  const menu = async (...path: readonly string[]): Promise<void> => {
    await item(path[0] ?? "").click();
    for (const name of path.slice(1, -1)) await item(name).hover();
    await item(path[path.length - 1] ?? "").click();
  };
  const press = (key: string): Promise<void> => open.page.keyboard.press(key);
  /** Goes from a cell by a key until it lands where it should: what hides or shows lines arrives in its own time. */
  const lands = async (row: number, column: number, key: string, text: string): Promise<void> => {
    const there = open.page.locator("#live-cell", { hasText: text });
    for (let tries = 0; tries < 20 && (await there.count()) === 0; tries += 1) {
      // Two clicks may have been heard as a double one, which opens the editor.
      if (tries > 0) await press("Escape");
      await open.choose(row, column);
      await press(key);
      await there.waitFor({ state: "attached", timeout: 1_000 }).catch(() => undefined);
    }
    await there.waitFor({ state: "attached" });
  };
  const columnHeader = (column: number) => [middleOf(1, column)[0], 107] as const;
  const rowHeader = (row: number) => [20, middleOf(row, 1)[1]] as const;
  const rightClick = async (place: readonly [number, number], kind: string): Promise<void> => {
    await open.page.mouse.click(...place, { button: "right" });
    await open.page.getByRole("menu", { name: kind, exact: true }).waitFor();
  };
  const sheet = () => open.host.workbook.sheets.find(({ name }) => name === "Rewards");

  it("shows the names of all tabs whole at 1,280 px", async () => {
    const tabs = open.page.getByRole("tablist", { name: "Sheets" });
    const [whole, seen] = await tabs.evaluate((line) => [line.scrollWidth, line.clientWidth]);

    expect(whole).toBeLessThanOrEqual(seen ?? 0);
  });

  it("filters by the keyboard alone, as the script sees it, and after a reload too", async () => {
    await open.choose(1, 3);
    await menu("Data", "Create a filter");
    await hears("C1, Status, filter, Alt and Down opens it");
    await press("Alt+ArrowDown");
    const box = open.page.getByRole("dialog", { name: "Filter of Status" });
    await box.getByRole("checkbox", { name: /^open/ }).focus();
    await press("Space");
    await press("Enter");
    await hears("C1, Status, filter in use");
    await lands(1, 3, "ArrowDown", "C3, paid");

    expect(sheet()?.rows.map((row) => row?.filtered)).toEqual([false, true, false, true, false]);

    await open.page.reload();
    await show();
    await lands(1, 3, "ArrowDown", "C3, paid");
    await menu("Data", "Remove the filter");
    await lands(1, 3, "ArrowDown", "C2, open");
  });

  it("has a menu for what was clicked: rows, columns, cells and tabs", async () => {
    await open.choose(1, 1);
    await rightClick(columnHeader(2), "Column");
    await item("Hide column").click();
    await lands(1, 1, "ArrowRight", "C1, Status");
    await press("Control+z");
    await open.page.getByText("Undone: hiding or showing").waitFor({ state: "attached" });
    await lands(1, 1, "ArrowRight", "B1, Amount");

    await rightClick(rowHeader(3), "Row");
    await item("Hide row").click();
    await lands(2, 1, "ArrowDown", "A4, rwd_3");
    await menu("View", "Show all hidden rows and columns");
    await lands(2, 1, "ArrowDown", "A3, rwd_2");

    await rightClick(middleOf(2, 2), "Cell");
    await item("Insert column left").click();
    await hears("B2, empty");
    await lands(2, 2, "ArrowRight", "C2, 12.50");
    await open.choose(5, 3);
    await hears("formula =SUM(C2:C4)");

    await open.page.getByRole("tab", { name: "Rewards" }).click({ button: "right" });
    await item("Duplicate").click();
    await open.page.getByRole("tab", { name: "Copy of Rewards", selected: true }).waitFor();
    await open.page.getByRole("tab", { name: "Copy of Rewards" }).press("Shift+F10");
    await item("Hide sheet").click();
    await open.page.getByRole("tab", { name: "Rewards", exact: true, selected: true }).waitFor();
    await menu("View", "Hidden sheets", "Show Copy of Rewards");
    await open.page.getByRole("tab", { name: "Copy of Rewards" }).waitFor();
  });

  it("copies, cuts and pastes from the menu: formulas move along, formats come with the cells", async () => {
    await open.choose(5, 2);
    await menu("Edit", "Copy");
    await open.choose(5, 3);
    await menu("Edit", "Paste");
    await hears("C5, 0, formula =SUM(C2:C4)");
    await open.choose(2, 2);
    await menu("Edit", "Cut");
    await open.choose(8, 4);
    await menu("Edit", "Paste");
    await hears("D8, 12.50");
    await open.choose(2, 2);
    await hears("B2, empty");
  });

  it("formats cells, freezes, and takes all of it back", async () => {
    await open.choose(2, 2);
    await menu("Format", "Number", "Percent");
    await hears("B2, 1250.00%");
    await press("Control+b");
    await menu("View", "Freeze", "2 columns");
    const frozen = open.page.waitForResponse((answer) => answer.url().endsWith("/api/undo"));
    await press("Control+z");
    await frozen;
    expect(sheet()?.rows[1]?.look.styles[1]).toEqual({ bold: true });
    expect(sheet()?.frozenColumns).toBe(0);

    await press("Control+z");
    await press("Control+z");
    await hears("B2, 12.50");
    expect(sheet()?.rows[1]?.look.styles[1] ?? null).toBeNull();
  });

  it("finds and replaces, and says what it found", async () => {
    await open.choose(1, 1);
    await press("Control+h");
    await open.page.getByRole("textbox", { name: "Find", exact: true }).fill("open");
    await press("Enter");
    await open.page.getByText("1 of 2").waitFor();
    await hears("C2, open");
    await press("Enter");
    await hears("C4, open");
    await open.page.getByLabel("Replace with").fill("paid");
    await open.page.getByRole("button", { name: "Replace all" }).click();
    await open.page.getByText("Replaced in 2 cells").waitFor();
    await press("Escape");

    expect(open.host.rows("Rewards").map(({ Status }) => Status)).toEqual([
      "paid",
      "paid",
      "paid",
      "",
    ]);
  });

  it("says what it can't do where one looks for it, refuses as Google does, and holds its clock", async () => {
    await open.choose(1, 1);
    await item("Format").click();
    const absent = open.page.getByRole("menuitem", { name: /^Merge cells/, disabled: true });
    expect(await absent.textContent()).toContain("Only on Google");
    await press("Escape");

    await lands(1, 1, "Control+Space", "A1:A1000");
    await menu("View", "Freeze", "Up to row 1000");
    await open.page.getByText("You can't freeze all visible rows on the sheet.").waitFor();
    await open.page.getByRole("button", { name: "OK" }).click();

    await open.page.getByRole("button", { name: "Clock", exact: true }).click();
    await open.page.getByRole("button", { name: "Let it run" }).click();
    await open.page.getByText("The clock goes on by itself").waitFor();
    await open.page.getByRole("button", { name: "Hold", exact: true }).click();
    await open.page.getByText("The clock is held").waitFor();
  });

  it("has no accessibility violations that axe-core finds, in light and dark", async () => {
    await open.choose(1, 3);
    await menu("Data", "Create a filter");
    await hears("filter, Alt and Down");
    await press("Control+h");
    await open.choose(1, 3);
    await press("Alt+ArrowDown");
    await open.page.getByRole("dialog", { name: "Filter of Status" }).waitFor();
    await open.page.evaluate(readFileSync(require.resolve("axe-core/axe.min.js"), "utf8"));
    const violations = async (): Promise<string[]> => {
      const found: AxeResults = await open.page.evaluate(
        `axe.run({ include: [[".app"]], exclude: [[".grid-place"], ["iframe"]] })`,
      );
      return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html)}`);
    };
    expect(await violations()).toEqual([]);
    await open.page.emulateMedia({ colorScheme: "dark" });
    expect(await violations()).toEqual([]);
    await press("Escape");
    await item("Format").click();
    await item("Number").hover();
    await item("Custom…").waitFor();
    expect(await violations()).toEqual([]);
  });
});
