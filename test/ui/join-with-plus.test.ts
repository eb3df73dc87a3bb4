import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const cases = [
  ['x="a".concat(b,"c")', 'x=("a"+b+"c")'],
  ['x="".concat(b," of ").concat(c)', 'x=(""+b+" of "+c)'],
  ['x="".concat("a",b)', 'x=("a"+b)'],
  ['x="a".concat(b?"1":"".concat(c,"2"))', 'x=("a"+(b?"1":(""+c+"2")))'],
  ["x=list.concat(other)", "x=list.concat(other)"],
  ['x="a".concat(...b)', 'x="a".concat(...b)'],
  ['f({a},"n".concat(a*2))', 'f({a},("n"+(a*2)))'],
] as const;

/** Node itself loads the script, which is an ES module. */
const script = pathToFileURL(join(__dirname, "../../scripts/join-with-plus.mjs")).href;
const program = `import { joinWithPlus } from "${script}";
console.log(JSON.stringify(JSON.parse(process.argv[1]).map(joinWithPlus)));`;
const written: readonly string[] = JSON.parse(
  execFileSync(
    process.execPath,
    ["--input-type=module", "-e", program, JSON.stringify(cases.map(([from]) => from))],
    { encoding: "utf8" },
  ),
);

describe("texts joined in the built sidebar", () => {
  test.each(cases.map(([from, to], at) => [from, to, written[at]]))("%s as %s", (_, to, found) => {
    expect(found).toBe(to);
  });
});
