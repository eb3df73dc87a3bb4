import { rateTrigger } from "../../support/rate-trigger";
import { closeBrowser, type OpenSidebar, openSidebar } from "./open-sidebar";

afterAll(closeBrowser);

describe("sales that earned nothing", () => {
  let open: OpenSidebar;
  beforeEach(async () => {
    const sale = { Date: "2026-03-02", Amount: 100, Currency: "USD" };
    open = await openSidebar({
      rows: {
        Partners: [{ Key: "ada", Name: "Ada Berg" }],
        Customers: [
          { Key: "c1", Name: "Maple", "Created on": "2026-03-02" },
          { Key: "c2", Name: "Birch", "Created on": "2026-03-02" },
        ],
        Transactions: [
          { Key: "s1", Customer: "c1", ...sale },
          { Key: "s2", Customer: "c2", ...sale },
          { Key: "s3", Customer: "c1", ...sale, Date: "2026-02-01" },
        ],
        Triggers: [rateTrigger],
      },
      run: true,
    });
  });
  afterEach(async () => {
    expect(open.complaints).toEqual([]);
    await open.close();
  });

  it("are reported on Home, and earn once their customers have a partner (IMPORT-7)", async () => {
    const { frame } = open;
    await frame.getByText("2 without a partner, 1 dated before the program's start.").waitFor();
    await frame.getByRole("button", { name: "3 sales earned nothing" }).click();
    await frame.getByRole("heading", { name: "2 customers without a partner" }).waitFor();
    await open.screenshot("nothing-earned");
    expect(await open.axe()).toEqual([]);

    await frame.getByLabel("Maple").check();
    await frame.getByLabel("Partner", { exact: true }).fill("ada");
    await frame.getByRole("option", { name: /Ada Berg/ }).click();
    await frame.getByRole("button", { name: "Assign 1 customer" }).click();
    await frame.getByRole("heading", { name: "1 customer with a partner now" }).waitFor();
    await frame.getByRole("button", { name: "See what 1 sale would earn" }).first().click();
    await frame.getByText("Rewards: 1 added.").waitFor();
    expect(open.host.rows("Rewards")).toEqual([]);
    await frame.getByRole("button", { name: "Process 1 sale again" }).click();
    // The other customer's heading stands there from before, and does not say that the sale was processed.
    await frame
      .getByRole("heading", { name: "1 customer with a partner now" })
      .waitFor({ state: "detached" });
    await frame.getByRole("heading", { name: "1 customer without a partner" }).waitFor();

    expect(open.host.rows("Customers")[0]).toMatchObject({ Key: "c1", Partner: "ada" });
    expect(open.host.rows("Rewards")).toMatchObject([{ Partner: "ada", Amount: 20 }]);
  });

  it("say so once nothing is left to fix", async () => {
    const { frame, host } = open;
    await frame.getByText("2 without a partner, 1 dated before the program's start.").waitFor();
    for (const Key of ["c1", "c2"]) host.type("Customers", { Key }, "Partner", "ada");
    await host.rpc("judge-again", { events: ["s1", "s2", "s3"], confirmed: true });
    await frame.getByRole("button", { name: "3 sales earned nothing" }).click();
    await frame.getByText("Nothing is left to fix here.").waitFor();
    await open.screenshot("nothing-left");
    expect(await open.axe()).toEqual([]);
  });

  it("are confirmed only after all of them were previewed, a hundred at a time", async () => {
    const { frame, host, server } = open;
    const more = Array.from({ length: 120 }, (_, n) => `more${n}`);
    host.append(
      "Transactions",
      more.map((Key) => ({ Key, Customer: "c1", Date: "2026-03-02", Amount: 1, Currency: "USD" })),
    );
    await host.rpc("run", { kind: "by hand" });
    host.type("Customers", { Key: "c1" }, "Partner", "ada");
    await frame.getByRole("button", { name: /sales? earned nothing/ }).click();
    const look = frame.getByRole("button", { name: "See what 121 sales would earn" });
    const confirm = frame.getByRole("button", { name: "Process 121 sales again" });

    server.aim("judge-again", '"more119"');
    server.fail();
    await look.click();
    await frame.getByText(/Google returned an error/).waitFor();
    expect([await look.count(), await confirm.count()]).toEqual([1, 0]);

    server.mend();
    await look.click();
    await frame.getByText("Rewards: 121 added.").waitFor();
    await confirm.waitFor();
    expect(host.rows("Rewards")).toEqual([]);
  });
});
