import { openCode } from "../../support/host";

describe("authorization modes", () => {
  it("LIMITED, as onOpen of a bound script has it, reads the document", async () => {
    const host = await openCode(
      "function onOpen() { return SpreadsheetApp.getActive().getName(); }",
    );
    expect((await host.call("onOpen")).result).toBe("Untitled spreadsheet");
  });

  it("NONE forbids the document", async () => {
    const host = await openCode("function onOpen() { SpreadsheetApp.getActive(); }", {
      authMode: "NONE",
    });
    await expect(host.call("onOpen")).rejects.toThrow(
      "You do not have permission to call SpreadsheetApp.getActive.",
    );
  });

  it("a forbidden call at top level fails every function, as on Google", async () => {
    const host = await openCode("SpreadsheetApp.getActive(); function onOpen() {}", {
      authMode: "NONE",
    });
    await expect(host.call("onOpen")).rejects.toThrow("You do not have permission");
  });
});
