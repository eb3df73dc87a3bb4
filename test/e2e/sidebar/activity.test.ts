import { closeBrowser, type OpenSidebar, openSidebar } from "./open-sidebar";
import { smallSales } from "./small-sales";

afterAll(closeBrowser);

const rows = smallSales;

describe("activity", () => {
  let open: OpenSidebar;
  afterEach(() => open.close());
  const button = (name: string | RegExp) => open.frame.getByRole("button", { name });
  const begin = async (before?: (open: OpenSidebar["host"]) => Promise<void>) => {
    open = await openSidebar({ rows, run: true, ...(before ? { before } : {}) });
    await open.go("Activity");
  };

  it("lists what happened and finds it by words and kind", async () => {
    await begin(async (host) => {
      host.type("Rewards", { Key: "T1/rate" }, "Status", "approved");
      await host.clock.advanceTo("2026-03-03 12:00");
    });
    await open.frame.getByText(/4 rows processed, 2 rewards made/).waitFor();
    expect(await open.axe()).toEqual([]);
    await open.screenshot("activity");

    await open.frame.getByRole("textbox").fill("approved");
    await open.frame.getByText("1 reward typed over").waitFor();
    await open.frame.getByText(/4 rows processed/).waitFor({ state: "detached" });

    await open.frame.getByText("Runs", { exact: true }).click();
    await open.frame.getByText("Nothing matches").waitFor();
    expect(await open.axe()).toEqual([]);
  });

  it("unfolds a line: what it was done to, from and to", async () => {
    await begin(async (host) => {
      host.type("Rewards", { Key: "T1/rate" }, "Status", "approved");
      await host.clock.advanceTo("2026-03-03 12:00");
    });
    await open.frame.getByText("1 reward typed over").click();
    await open.frame.getByText("T1/rate: Status approved").waitFor();
    expect(await open.axe()).toEqual([]);
  });

  it("undoes the latest run after showing what that changes, and the program is paused until it is resumed", async () => {
    await begin();
    await button("Undo the latest run").click();
    const panel = open.frame.getByRole("dialog");
    await panel.getByText("Rewards 2").waitFor();
    expect(await open.axe()).toEqual([]);
    await open.screenshot("undo");
    expect(open.host.rows("Rewards")).toHaveLength(2);

    await panel.getByRole("button", { name: "Undo and pause" }).click();

    await open.frame.getByText(/The run is undone/).waitFor();
    expect(open.host.rows("Rewards").filter(({ Key }) => Key !== "")).toEqual([]);
    const setting = (key: string) => open.host.rows("Settings").find(({ Key }) => Key === key);
    expect(setting("paused")?.Value).toBe("yes");
    await open.host.clock.advanceTo("2026-03-05 12:00");
    expect(open.host.rows("Rewards").filter(({ Key }) => Key !== "")).toEqual([]);

    await button("Settings").click();
    await button("Resume").click();
    await open.frame.getByText("1 setting changed.").waitFor();
    await open.host.clock.advanceTo("2026-03-06 12:00");
    expect(open.host.rows("Rewards").map(({ Key }) => Key)).toEqual(["T1/rate", "T2/rate"]);
    expect(open.complaints).toEqual([]);
  });

  it("asks about rows that a person has changed since, and undoes them only if ticked", async () => {
    await begin(async (host) => {
      host.type("Rewards", { Key: "T1/rate" }, "Amount", 33);
    });
    await button("Undo the latest run").click();
    const panel = open.frame.getByRole("dialog");
    await panel.getByText("Rewards T1/rate: it was changed since").waitFor();
    expect(await open.axe()).toEqual([]);
    await open.screenshot("undo-changed");

    await panel.getByRole("checkbox").check();
    await panel.getByText("Rewards 2").waitFor();
    await panel.getByRole("button", { name: "Undo and pause" }).click();
    await open.frame.getByText(/The run is undone/).waitFor();
    expect(open.host.rows("Rewards").filter(({ Key }) => Key !== "")).toEqual([]);
  });
});
