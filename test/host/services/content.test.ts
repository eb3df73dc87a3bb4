import { runScript } from "./run-script";

describe("ContentService", () => {
  it("makes a text output that the host can read", async () => {
    expect(
      await runScript(
        'return ContentService.createTextOutput("{").append("}").setMimeType(ContentService.MimeType.JSON);',
      ),
    ).toEqual({
      className: "ContentService.TextOutput",
      plain: { content: "{}", contentType: "application/json", fileName: null },
    });
  });
});
