import { runScript } from "./run-script";

describe("Session", () => {
  it("knows the user, the locale and the script's own time zone", async () => {
    expect(
      await runScript(
        "return [Session.getActiveUser().getEmail(), Session.getEffectiveUser().getEmail(), Session.getActiveUserLocale(), Session.getScriptTimeZone()];",
        {
          user: "ada@example.com",
          locale: "de_DE",
          timeZone: "Asia/Tokyo",
          scriptTimeZone: "Europe/Berlin",
        },
      ),
    ).toEqual(["ada@example.com", "ada@example.com", "de", "Europe/Berlin"]);
  });
});
