import type { Frame } from "playwright-core";
import { rateTrigger } from "../../support/rate-trigger";
import { closeBrowser, type OpenSidebar, openSidebar } from "./open-sidebar";

afterAll(closeBrowser);

describe("a file without order numbers that comes again under other headers (IMPORT-10b)", () => {
  let open: OpenSidebar;
  let wide: Frame;
  beforeEach(async () => {
    open = await openSidebar({
      rows: {
        Partners: [{ Key: "ada", Name: "Ada Berg" }],
        Customers: [{ Key: "c1", Name: "Harbor", Partner: "ada", "Created on": "2026-01-01" }],
        Triggers: [rateTrigger],
      },
    });
    await open.go("Record");
    await open.frame.getByRole("button", { name: "Import a file of sales" }).click();
    wide = await open.wide();
    await choose(["Product", "c1,2026-03-01,10.00,USD,Pro", "c1,2026-03-02,20.00,USD,Basic"]);
    await press("See what it becomes");
    await press("Add 2 rows");
    await press("Import another file");
    await choose(["Gizmo", "c1,2026-03-01,10.00,USD,Pro", "c1,2026-03-03,7.00,USD,Pro"]);
    await wide.getByLabel("Gizmo becomes").selectOption("");
    await press("See what it becomes");
    await wide.getByText("1 line may be here already").waitFor();
  });
  afterEach(async () => {
    expect(open.complaints).toEqual([]);
    await open.close();
  });
  const press = (name: string | RegExp) => wide.getByRole("button", { name }).click();
  const choose = ([last, ...lines]: readonly string[]) => {
    const text = [`Customer,Date,Amount,Currency,${last}`, ...lines].join("\n");
    return wide
      .getByLabel("File of sales")
      .setInputFiles({ name: "sales.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
  };
  const amounts = () => open.host.rows("Transactions").map(({ Amount }) => Amount);

  it("asks whether such lines are the same, and adds nothing of them until it is told", async () => {
    await wide.getByText(/^Line 2: it may be “trx_\w+”, which is here/).waitFor();
    await wide.getByText("Please choose").waitFor();
    expect(await open.axe(wide)).toEqual([]);
    await open.screenshot("import-similar");

    await press("Add 1 row");
    await wide.getByText("1 line could not be taken").waitFor();
    expect(amounts()).toEqual([10, 20, 7]);
  });

  it("adds only the others once a person says that they are the same", async () => {
    await wide.getByLabel("The same: don't add them again").check();
    await wide.getByText("1 line is here already").waitFor();
    await press("Add 1 row");
    await wide.getByText("Added: 1 sale.").waitFor();
    expect(await wide.getByText("could not be taken").count()).toBe(0);
    expect(amounts()).toEqual([10, 20, 7]);
  });

  it("adds them where a person says that they are new", async () => {
    await wide.getByLabel("New: add them").check();
    await press("Add 2 rows");
    await wide.getByText("Added: 2 sales.").waitFor();
    expect(amounts()).toEqual([10, 20, 10, 7]);
  });

  it("forgets the answer where a column is read as something else", async () => {
    await wide.getByLabel("New: add them").check();
    await wide.getByRole("button", { name: "Add 2 rows" }).waitFor();
    await press("Columns and questions");
    await wide.getByLabel("Gizmo becomes").selectOption("category");
    await press("See what it becomes");
    await wide.getByText("1 line may be here already").waitFor();
    await wide.getByText("Please choose").waitFor();
    await wide.getByRole("button", { name: "Add 1 row" }).waitFor();
  });
});
