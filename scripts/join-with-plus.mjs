import { parse } from "acorn";

/** What binds so tightly that it needs no brackets beside "+". */
const tight = ["Literal", "Identifier", "MemberExpression", "CallExpression"];

const childrenOf = (node) =>
  Object.values(node)
    .flat()
    .filter((value) => typeof value?.type === "string")
    .sort((a, b) => a.start - b.start);

const isText = ({ type, value }) => type === "Literal" && typeof value === "string";

/** The parts of "a".concat(b, c).concat(d); undefined where it is no such chain. */
const partsOf = (node) => {
  if (isText(node)) return [node];
  const { type, callee, arguments: given = [] } = node;
  const isConcat = type === "CallExpression" && callee.property?.name === "concat";
  if (!isConcat || given.some((each) => each.type === "SpreadElement")) return undefined;
  const before = partsOf(callee.object);
  return before && [...before, ...given];
};

/**
 * Writes "a".concat(b, "c"), which esbuild makes of a template literal, as ("a"+b+"c"): shorter, and the same for
 * texts and numbers, since a text comes first.
 */
export const joinWithPlus = (script) => {
  const print = (node) => {
    const parts = partsOf(node) ?? [];
    if (parts.length > 1) {
      const [first, second, ...rest] = parts;
      const needed = first.value === "" && isText(second) ? [second, ...rest] : parts;
      const joined = needed.map((part) =>
        tight.includes(part.type) ? print(part) : `(${print(part)})`,
      );
      return `(${joined.join("+")})`;
    }
    let text = "";
    let at = node.start;
    for (const child of childrenOf(node)) {
      // Of { a } both name and value are the same letters.
      if (child.start < at) continue;
      text += script.slice(at, child.start) + print(child);
      at = child.end;
    }
    return text + script.slice(at, node.end);
  };
  return print(parse(script, { ecmaVersion: 2020 }));
};
