import { closeBrowser, type OpenSidebar, openSidebar } from "./open-sidebar";

afterAll(closeBrowser);

const rows = {
  Partners: [
    { Key: "ptn_a", Name: "Ada Berg" },
    { Key: "00123", Name: "Bela Castro" },
  ],
};

describe("the record in whose row a person is", () => {
  let open: OpenSidebar;
  beforeEach(async () => {
    open = await openSidebar({ rows });
  });
  afterEach(() => open.close());
  const bar = () => open.frame.getByRole("region", { name: "Selected record" });
  const lookAgain = () => open.frame.getByLabel("Look at the selected cell again").click();

  it("is offered by its key, by itself, as the person moves", async () => {
    open.select("Partners", 3);
    await bar().getByText("Partner 00123").waitFor();
    expect(await open.axe()).toEqual([]);

    open.select("Partners", 2);
    await lookAgain();
    await bar().getByText("Partner ptn_a").waitFor();
    open.select("Settings", 2);
    await lookAgain();
    await bar().waitFor({ state: "detached" });
  });

  it("is no longer asked for once Google fails again and again, until the person wants it", async () => {
    open.select("Partners", 2);
    await bar().getByText("Partner ptn_a").waitFor();
    open.server.fail();
    for (let n = 0; n < 3; n++) {
      await lookAgain();
      await open.page.waitForTimeout(60);
    }
    await bar().getByText("not followed just now").waitFor();

    open.server.mend();
    await lookAgain();
    await bar().getByText("Partner ptn_a").waitFor();
  });
});

describe("the wide dialog", () => {
  it("opens a screen beside the sidebar, both at work", async () => {
    const open = await openSidebar({ rows });
    await open.host.rpc("open-wide", { screen: "drips", about: '"><b>ptn' });
    const wide = await open.wide();

    await wide.getByRole("heading", { level: 1, name: "Drips" }).waitFor();
    expect(await wide.getByRole("textbox").inputValue()).toBe('"><b>ptn');
    expect(await wide.locator("nav.tabs").count()).toBe(0);
    expect(await open.axe(wide)).toEqual([]);
    await open.go("Partners");
    await open.frame.getByText("Ada Berg").waitFor();
    await wide.getByRole("button", { name: "Back" }).click();
    await open.page.locator("#dialog").waitFor({ state: "detached" });
    await open.close();
  });
});

describe("a draft", () => {
  const description = (open: OpenSidebar) => open.frame.getByLabel("Description");
  const kept = (open: OpenSidebar) =>
    open.page.waitForResponse((response) =>
      (response.request().postData() ?? "").includes("keep-draft"),
    );

  it("is there again after the sidebar was closed in the middle of a form", async () => {
    const open = await openSidebar({ rows });
    await open.go("Manual reward");
    const isKept = kept(open);
    await description(open).fill("Bonus for “Zoë” — March");
    await isKept;
    await open.reload();
    await open.go("Manual reward");
    expect(await description(open).inputValue()).toBe("Bonus for “Zoë” — March");

    const isForgotten = kept(open);
    await description(open).fill("");
    await open.frame.getByLabel("Amount").fill("12");
    await isForgotten;
    await open.reload();
    await open.go("Manual reward");
    expect(await description(open).inputValue()).toBe("");
    expect(await open.frame.getByLabel("Amount").inputValue()).toBe("12");
    await open.close();
  });
});
