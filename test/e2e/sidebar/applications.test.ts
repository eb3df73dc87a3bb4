import { rateTrigger } from "../../support/rate-trigger";
import { closeBrowser, type OpenSidebar, openSidebar } from "./open-sidebar";

afterAll(closeBrowser);

const IBAN = "FR7630006000011234567890189";
const rows = {
  Partners: [
    {
      Key: "sam",
      Name: "Sam Reed",
      "E-mail": "sam@gmail.com",
      "Payout method": "bank transfer",
      "Account reference": "GB33BUKB20201555555555",
    },
  ],
  Triggers: [rateTrigger],
};
const questions = [
  "Timestamp",
  "Email Address",
  "Full name",
  "Where do you reach people?",
  "Discount code",
  "IBAN",
];
const at = (text: string) => new Date(`${text}Z`);
const answers = [
  [at("2026-02-20T10:00:00"), "ann@shop.test", "Ann Lee", "A newsletter of 4,000", "ANN5", ""],
  [
    at("2026-02-21T11:30:00"),
    "x@mailinator.com",
    "<b onclick=alert(1)>Eve</b>",
    '=HYPERLINK("http://evil.test")',
    "",
    "",
  ],
  [at("2026-02-22T08:00:00"), "s.am@googlemail.com", "Sam", "", "", IBAN],
];

describe("from a form's tab to a partner whose code earns", () => {
  let open: OpenSidebar;
  beforeAll(async () => {
    open = await openSidebar({ rows, now: "2026-03-02" });
    for (const question of questions) open.host.addColumn("Sheet1", question);
    add(...answers);
  });
  afterAll(async () => {
    expect(open.complaints).toEqual([]);
    await open.close();
  });
  const add = (...lines: readonly (readonly (string | Date)[])[]) =>
    open.host.append(
      "Sheet1",
      lines.map((cells) => Object.fromEntries(questions.map((each, n) => [each, cells[n] ?? ""]))),
    );
  const press = (name: string | RegExp) => open.frame.getByRole("button", { name }).click();
  const confirm = (name: string) =>
    open.frame.getByRole("dialog").getByRole("button", { name, exact: true }).click();
  const card = (who: string) => open.frame.getByRole("listitem", { name: who });
  const says = (text: string | RegExp) => open.frame.getByText(text).first().waitFor();

  it("asks for the form's tab, which the import maps; nothing is written into it", async () => {
    const before = JSON.stringify(open.host.rows("Sheet1"));
    await open.go("Applications");
    await says("No application form yet");
    expect(await open.axe()).toEqual([]);
    await press("Choose the form's tab");
    const wide = await open.wide();
    await wide.getByLabel("Or take a tab of this spreadsheet").selectOption("Sheet1");
    await wide.getByRole("button", { name: "Read this tab" }).click();
    await wide.getByRole("heading", { name: "What the columns are" }).waitFor();
    expect(await wide.getByLabel("The lines are").inputValue()).toBe("applications");
    const becomes = (question: string) => wide.getByLabel(`${question} becomes`).inputValue();
    expect(await Promise.all(questions.map(becomes))).toEqual([
      "date",
      "email",
      "name",
      "answer",
      "code",
      "accountReference",
    ]);
    expect(await open.axe(wide)).toEqual([]);
    await open.screenshot("form-columns");
    await wide.getByRole("button", { name: "Take its answers as applications" }).click();
    await wide.getByText("3 answers of this tab").waitFor();
    for (const { id } of open.host.view().dialogs) open.host.closeDialog(id);
    expect(JSON.stringify(open.host.rows("Sheet1"))).toBe(before);
  });

  it("Home says how many wait; each shows who, answers and warnings, harmless", async () => {
    await open.go("Home");
    await says("3 applications");
    await press("3 applications");
    await card("Ann Lee").waitFor();
    expect(await card("Ann Lee").innerText()).toContain("A newsletter of 4,000");
    expect(await card("<b onclick=alert(1)>Eve</b>").innerText()).toContain(
      "mailinator.com gives out throw-away addresses.",
    );
    expect(await card("<b onclick=alert(1)>Eve</b>").locator("b").count()).toBe(0);
    expect(await card("Sam").innerText()).toContain(
      "Sam Reed is a partner. Anybody can type this e-mail",
    );
    expect(await open.axe()).toEqual([]);
    await open.screenshot("applications");
  });

  it("a person accepts one by keyboard with group and code: a partner from that day", async () => {
    await open.frame.getByRole("button", { name: "Accept Ann Lee" }).focus();
    await open.page.keyboard.press("Enter");
    await open.focused("Accept Ann Lee");
    await open.frame.getByLabel(/^Group/).fill("gold");
    expect(await open.axe()).toEqual([]);
    await open.screenshot("application-accept");
    await open.frame.getByRole("button", { name: "Accept", exact: true }).focus();
    await open.page.keyboard.press("Enter");
    await says("Ann Lee is a partner from today.");
    await card("Ann Lee").waitFor({ state: "detached" });
    expect(open.host.rows("Partners")[1]).toMatchObject({
      Name: "Ann Lee",
      "E-mail": "ann@shop.test",
      Group: "gold",
      Codes: "ANN5",
      "Joined on": at("2026-03-02T00:00:00"),
    });
  });

  it("declines with a reason, and takes it back", async () => {
    await press(/^Decline <b/);
    await confirm("Decline");
    await says("Reason is needed.");
    await open.frame.getByLabel("Reason").fill("No audience");
    await confirm("Decline");
    await open.frame.getByText("Decided", { exact: true }).click();
    await says(/No audience/);
    expect(await open.axe()).toEqual([]);
    await open.screenshot("applications-decided");
    await card("<b onclick=alert(1)>Eve</b>").getByRole("button", { name: "Take back" }).click();
    await says("Taken back: it waits again.");
    await open.frame.getByText("Waiting", { exact: true }).click();
    await card("<b onclick=alert(1)>Eve</b>").waitFor();
  });

  it("changes how a partner is paid, once a person has seen both", async () => {
    await press("Change details of Sam");
    await says("GB33BUKB20201555555555");
    expect(await open.axe()).toEqual([]);
    await open.screenshot("application-details");
    await confirm("Change");
    await says("Sam Reed is updated.");
    expect(open.host.rows("Partners")[0]).toMatchObject({ "Account reference": IBAN });
  });

  it("a coded sale of that day earns, an earlier one has no partner; a changed answer waits again", async () => {
    const sale = (Key: string, day: string) => ({
      Key,
      Customer: "jo@new.test",
      Code: "ann5",
      Date: at(`${day}T00:00:00`),
      Amount: 100,
    });
    open.host.append("Transactions", [sale("early", "2026-03-01"), sale("now", "2026-03-02")]);
    await open.go("Home");
    await press("Run now");
    await says(/2 rows? processed|rows processed/);
    const [, ann] = open.host.rows("Partners");
    expect(open.host.rows("Rewards")).toMatchObject([
      { Transaction: "now", Partner: ann?.Key, Amount: 20 },
    ]);
    expect(open.host.rows("Transactions")[0]).toMatchObject({ Partner: "" });
    open.host.type("Sheet1", 0, "Where do you reach people?", "A podcast");
    await open.go("Applications");
    await says(/since it was accepted on .*: “Where do you reach people\?”/);
    await open.screenshot("application-changed");
  });
});
