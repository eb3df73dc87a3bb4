import { closeBrowser, type OpenSidebar, openSidebar } from "./open-sidebar";

afterAll(closeBrowser);

describe("the first run", () => {
  let open: OpenSidebar;
  beforeEach(async () => {
    open = await openSidebar({ isSetUp: false });
    await press("Set up this spreadsheet");
    await heading("Your first rows");
  });
  afterEach(async () => {
    expect(open.complaints).toEqual([]);
    await open.close();
  });
  const press = (name: string | RegExp) => open.frame.getByRole("button", { name }).click();
  const heading = (name: string) => open.frame.getByRole("heading", { level: 1, name }).waitFor();

  it("sets up, adds a sample that earns immediately, and says what to do next", async () => {
    expect(await open.axe()).toEqual([]);
    await press("Add the sample");
    await heading("Ready to run");
    await open.frame.getByText("on behalf of ann@example.com").waitFor();
    expect(await open.axe()).toEqual([]);
    await press("Go to Home");
    await heading("Partner program");

    expect(open.host.rows("Partners")).toHaveLength(3);
    expect(open.host.rows("Rewards").length).toBeGreaterThan(3);
    expect(open.host.rows("Drips")).toMatchObject([{ Status: "Created" }]);
    expect(open.host.rows("Invoices").length).toBeGreaterThan(0);
  });

  it("imports a file of the team's own sales in a dialog, and the first sale can be the program's start", async () => {
    await press("Import sales");
    await heading("Ready to run");
    const wide = await open.wide();
    const csv = [
      "Order;Client;Date;Total;Colour",
      "o1;Harbor;2026-01-05;1200.00;red",
      "o2;Maple;soon;9.00;",
    ].join("\n");
    await wide
      .getByLabel("File of sales")
      .setInputFiles({ name: "sales.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
    expect(await wide.getByLabel("Colour becomes").inputValue()).toBe("");
    await wide.getByRole("button", { name: "See what it becomes" }).click();
    await wide.getByText("Line 3: “soon” is not a date").waitFor();
    await wide.getByLabel("Start the program on Jan 5, 2026").check();
    await wide.getByRole("button", { name: "Add 1 row" }).click();
    await wide.getByRole("heading", { level: 1, name: "Imported" }).waitFor();

    expect(open.host.rows("Transactions")).toMatchObject([{ Key: "o1", Amount: 1200 }]);
    expect(open.host.rows("Customers")).toMatchObject([{ Key: "Harbor" }]);
    const start = open.host.rows("Settings").find(({ Key }) => Key === "program start");
    expect(start?.Value).toBe("2026-01-05");
  });

  it("starts empty", async () => {
    await press("Start empty");
    await heading("Ready to run");
    await press("Write a trigger");
    await heading("Triggers");
  });
});
