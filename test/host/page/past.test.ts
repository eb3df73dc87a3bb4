import type { Input } from "../../../host/page/calls";
import { answerCall } from "../../../host/page/server/answer-call";
import { openCode } from "../../support/host";

const code = `function fill() {
  const sheet = SpreadsheetApp.getActive().getSheets()[0];
  sheet.getRange("A1:B3").setValues([["Word", "Status"], ["open", "open"], ["open", "paid"]]);
  const list = SpreadsheetApp.newDataValidation().requireValueInList(["open", "paid"], true).setAllowInvalid(false);
  sheet.getRange("B2:B3").setDataValidation(list.build());
}
function write() { SpreadsheetApp.getActive().getSheets()[0].getRange("D1").setValue("by the program"); }`;

const everywhere: Input<"replace"> = {
  sheet: 0,
  text: "open",
  matchCase: false,
  wholeCell: false,
  inFormulas: false,
  by: "gone",
  at: null,
};
const type = (text: string): Input<"type"> => ({
  sheet: 0,
  row: 5,
  column: 1,
  texts: [[text]],
  by: "person",
});

test("an act that is refused half-way changes nothing, and leaves nothing to undo", async () => {
  const host = await openCode(code);
  await host.call("fill");
  const before = host.rows("Sheet1");

  expect(await answerCall(host, "replace", everywhere)).toMatchObject({
    ok: false,
    message: expect.stringContaining("violates the data validation rules"),
  });

  expect(host.rows("Sheet1")).toEqual(before);
  expect(await answerCall(host, "undo", null)).toMatchObject({ ok: false });
  const { text, ...rest } = everywhere;
  expect(await answerCall(host, "find", { ...rest, text })).toMatchObject({ output: { total: 3 } });
});

test("what a person did before the program wrote is not taken back, since the program's writing would go with it", async () => {
  const host = await openCode(code);
  await host.call("fill");
  await answerCall(host, "type", type("one"));
  await host.call("write");

  expect(await answerCall(host, "undo", null)).toMatchObject({
    ok: false,
    message: expect.stringContaining("The program has written into the spreadsheet since"),
  });
  await answerCall(host, "type", type("two"));
  expect(await answerCall(host, "undo", null)).toEqual({ ok: true, output: "typing" });

  const sheet = host.workbook.sheets[0];
  expect([sheet?.rows[4]?.cells[0], sheet?.rows[0]?.cells[3]]).toEqual(["one", "by the program"]);
});
