import { openCode } from "../../support/host";

/** Asks the world that a value was born in whether it is Node's. */
const probe = `
  const worldOf = (value) => {
    try {
      return value.constructor.constructor("return typeof process")();
    } catch (error) {
      return error instanceof Error ? "closed" : "foreign error";
    }
  };`;

const escapes: Readonly<Record<string, string>> = {
  "a service": "worldOf(SpreadsheetApp)",
  "a method": "worldOf(SpreadsheetApp.getActive)",
  "a sheet": "worldOf(sheet())",
  "rows of values": "worldOf(sheet().getRange('A1:B2').getValues())",
  "a row": "worldOf(sheet().getRange('A1:B2').getValues()[0])",
  "a date of a cell":
    "(sheet().getRange('A1').setValue(new Date()), worldOf(sheet().getRange('A1').getValue()))",
  "an enum": "worldOf(SpreadsheetApp.ProtectionType.SHEET)",
  "an argument": "worldOf(given)",
  "an argument's parts": "worldOf(given.list) + worldOf(given.day)",
  "an error of a service": "caught(() => sheet().getRange(0, 0))",
  "an error about parameters": "caught(() => sheet().getRange({}))",
  "an error of what is missing": "caught(() => sheet().getRange('A1').merge())",
  "an error of the bridge":
    "caught(() => sheet().getRange('A1').setValues([[{ get x() { throw 1; } }]]))",
  "a stack of the host's frames": `(() => {
      Error.prepareStackTrace = (error, frames) => frames;
      const frames = new Error().stack;
      return [worldOf(frames), ...frames.map((frame) => worldOf(frame)),
        ...frames.map((frame) => typeof frame.getFunction()).filter((type) => type !== "undefined" && type !== "function"),
        ...frames.map((frame) => frame.getFunction()).filter(Boolean).map(worldOf)].join("");
    })()`,
  "the caller of a function":
    "(() => { try { return worldOf(worldOf.caller) } catch (e) { return worldOf(e) } })()",
  "a method that a script has replaced": `(() => {
      let seen = "";
      const note = (value) => { seen += worldOf(Object(value)); };
      for (const [holder, name] of [[WeakMap.prototype, "get"], [Array.prototype, "slice"], [Object, "keys"], [Map.prototype, "get"]]) {
        const original = holder[name];
        holder[name] = function (...args) { note(this); args.forEach(note); return original.apply(this, args); };
      }
      Object.defineProperty(Array.prototype, "1", { set: note, configurable: true });
      Array.prototype[Symbol.iterator] = function* () { note(this); for (let i = 0; i < this.length; i++) yield this[i]; };
      try { sheet().getRange("A1:B2").getValues(); } catch (error) { note(error); }
      return seen;
    })()`,
  "an exhausted stack": `(() => {
      const seen = [];
      const dive = (depth) => {
        try { dive(depth + 1); } catch (error) { if (seen.length < 40) try { sheet().getRange("A1").getValue(); } catch (inner) { seen.push(worldOf(inner)); } }
      };
      dive(0);
      return seen.join("");
    })()`,
};

const program = (expression: string) => `${probe}
  const sheet = () => SpreadsheetApp.getActive().getSheets()[0];
  const caught = (work) => { try { work(); return "nothing was thrown"; } catch (error) { return error instanceof Error ? worldOf(error) : "foreign error"; } };
  function main(given) { return ${expression}; }`;

describe("no object of the host reaches a script", () => {
  it.each(Object.keys(escapes))("not through %s", async (name) => {
    const host = await openCode(program(escapes[name] ?? ""));
    const { result } = await host.call("main", { list: [1], day: new Date() });
    expect(String(result)).toMatch(/^(undefined|closed)*$/);
    expect(String(result)).not.toContain("object");
  });

  it("a program that names import() is not loaded", async () => {
    const host = await openCode('function main() { return import("fs"); }');
    await expect(host.call("main")).rejects.toMatchObject({ name: "SyntaxError" });
  });

  it("what a script hides in its answer does not reach the host either", async () => {
    const host = await openCode(`${probe}
      function main() {
        const seen = [];
        return { get trap() { seen.push(worldOf(this)); return seen; } };
      }`);
    expect((await host.call("main")).result).toEqual({ trap: ["undefined"] });
  });
});
