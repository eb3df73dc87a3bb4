import { closeBrowser, type OpenSidebar, openSidebar } from "./open-sidebar";

afterAll(closeBrowser);

const sale = { Event: "transaction created", Action: "grant a reward" };
const rows = {
  Partners: [{ Key: "ann", Name: "Ann Lee" }],
  Customers: [{ Key: "acme", Name: "Acme", Partner: "ann", "Created on": "2026-03-01" }],
  Triggers: [
    { ...sale, Key: "one", Name: "One", State: "active", Order: 10, Amount: 5 },
    { ...sale, Key: "two", Name: "Two", State: "draft", Order: 20, Amount: 7 },
    { ...sale, Key: "bad", Name: "Bad", State: "draft", Order: 30, Amount: 7, Rules: "{" },
  ],
};

describe("the list of triggers", () => {
  let open: OpenSidebar;
  const button = (name: string | RegExp) => open.frame.getByRole("button", { name, exact: true });
  const says = (text: string | RegExp) =>
    open.frame.getByRole("status").filter({ hasText: text }).first().waitFor();
  const column = (header: string) =>
    open.host
      .rows("Triggers")
      .filter(({ Key }) => Key !== "")
      .map((row) => row[header]);
  const names = () => open.frame.locator("li .link").allTextContents();
  afterEach(() => open.close());

  it("says what each does, moves one by keyboard with the focus kept, and by drag", async () => {
    open = await openSidebar({ rows });
    await open.go("Triggers");
    await open.frame.getByText("When a transaction is created: $5.00.").waitFor();
    expect(await open.axe()).toEqual([]);

    await button("Move One down").focus();
    await open.page.keyboard.press("Enter");
    await says("“One” now runs 2 of 3.");
    await open.frame.getByText("1. Two").waitFor();
    expect(await open.frame.locator(":focus").getAttribute("aria-label")).toBe("Move One down");
    expect(column("Order")).toEqual([25, 20, 30]);

    await open.frame.getByText("3. Bad").hover();
    await open.frame
      .getByRole("listitem", { name: "Bad" })
      .dragTo(open.frame.getByRole("listitem", { name: "Two" }));
    await says("“Bad” now runs 1 of 3.");
    await open.frame.getByText("1. Bad").waitFor();
    expect(await names()).toEqual(["1. Bad", "2. Two", "3. One"]);
    expect(open.complaints).toEqual([]);
  });

  it("activates and pauses without opening, and refuses an invalid trigger", async () => {
    open = await openSidebar({ rows });
    await open.go("Triggers");

    await button("Activate Two").click();
    const panel = open.frame.getByRole("dialog", { name: "Should all of these pay?" });
    await panel.getByText("$12.00").waitFor();
    expect(await open.axe()).toEqual([]);
    await open.screenshot("overlap-question");
    await panel.getByRole("button", { name: "Go back" }).click();
    expect(column("State")).toEqual(["active", "draft", "draft"]);
    await button("Activate Two").click();
    await panel.getByRole("button", { name: "Yes, all pay" }).click();
    await says("“Two” is active. It overlaps with One.");
    await button("Pause One").click();
    await says("“One” is paused.");
    await button("Activate One").waitFor();
    await button("Activate Bad").click();
    await open.frame.getByRole("alert").getByText("The rule is not valid JSON").waitFor();

    expect(column("State")).toEqual(["paused", "active", "draft"]);
    expect(await open.axe()).toEqual([]);
  });

  it("finds triggers, and says what to do when there are none", async () => {
    open = await openSidebar();
    await open.go("Triggers");
    await open.frame.getByText("No triggers yet").waitFor();
    expect(await open.axe()).toEqual([]);
    open.host.append("Triggers", rows.Triggers);

    await open.frame.getByRole("textbox").fill("two");
    await open.frame.getByText("2. Two").waitFor();
    expect(await names()).toEqual(["2. Two"]);
    await open.frame.getByRole("textbox").fill("nobody");
    await open.frame.getByText("No trigger matches").waitFor();
  });

  it("exports all triggers to a file that another spreadsheet imports, showing the changes first", async () => {
    const [one, two] = rows.Triggers;
    open = await openSidebar({ rows: { Triggers: [one, two].flatMap((each) => each ?? []) } });
    await open.go("Triggers");
    await button("Export").click();
    await open.frame.getByText("Download 2 triggers").waitFor();
    expect(await open.axe()).toEqual([]);
    const file = await open.frame.getByLabel("Or copy the file's text").inputValue();
    const download = open.page.waitForEvent("download");
    await open.frame.getByRole("link", { name: "Download 2 triggers" }).click();
    expect((await download).suggestedFilename()).toBe("triggers 2026-03-02.json");
    await open.close();

    open = await openSidebar();
    await open.go("Triggers");
    await button("Import").click();
    await open.frame.getByLabel("Or paste its text").fill("{");
    await open.frame.getByText("The file is not valid JSON.").waitFor();
    expect(await open.axe()).toEqual([]);
    await open.frame.getByLabel("A file of exported triggers").setInputFiles({
      name: "triggers.json",
      mimeType: "application/json",
      buffer: Buffer.from(file),
    });
    await says("New: One, Two.");
    expect(column("Name")).toEqual([]);
    await button("Import 2").click();
    await says("2 triggers added, 0 changed; new ones are drafts.");
    await open.frame.getByText("2. Two").waitFor();
    expect(column("State")).toEqual(["draft", "draft"]);
  });

  it("offers to try again when the list can't be loaded", async () => {
    open = await openSidebar({ rows });
    open.server.fail();
    await open.go("Triggers");
    await open.frame.getByText(/Google returned an error/).waitFor();
    expect(await open.axe()).toEqual([]);

    open.server.mend();
    await button("Try again").click();

    await open.frame.getByText("1. One").waitFor();
  });
});
