import { parse } from "acorn";

/** Every node below one, with the node above it and the name under which it hangs there. */
function* nodesOf(node, parent, key) {
  if (typeof node?.type !== "string") return;
  yield { node, parent, key };
  for (const [name, value] of Object.entries(node)) {
    for (const each of Array.isArray(value) ? value : [value]) yield* nodesOf(each, node, name);
  }
}

const isText = ({ node, parent, key }) =>
  node.type === "Literal" &&
  typeof node.value === "string" &&
  !("directive" in parent) &&
  !(parent.type === "Property" && key === "key");

const SIGNS = [..."0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"];

/** Names that the code does not use, of two signs and then of three. */
function* freeNames(used) {
  const short = ["_", "$"].flatMap((first) => SIGNS.map((sign) => first + sign));
  const long = short.flatMap((start) => SIGNS.map((sign) => start + sign));
  for (const name of [...short, ...long]) if (!used.has(name)) yield name;
}

/**
 * Writes a text that occurs often in minified code once, as a variable at the head of the bundle's function:
 * minifiers leave that to gzip, but what counts here is the length of the script itself.
 */
export function shareTexts(code) {
  const places = new Map();
  const used = new Set();
  for (const found of nodesOf(parse(code, { ecmaVersion: 2019 }))) {
    if (found.node.type === "Identifier") used.add(found.node.name);
    if (!isText(found)) continue;
    const { raw } = found.node;
    places.set(raw, [...(places.get(raw) ?? []), found.node]);
  }
  const names = freeNames(used);
  const worth = ([raw, { length }]) => length * raw.length - (raw.length + 5 + 3 * length);
  const shared = [...places].filter((text) => worth(text) > 0).sort((a, b) => worth(b) - worth(a));
  const variables = [];
  const edits = [];
  for (const [raw, nodes] of shared) {
    const name = names.next().value;
    variables.push(`${name}=${raw}`);
    for (const { start, end } of nodes)
      edits.push({ start, end, name: spaced(code, start, end, name) });
  }
  const head = code.indexOf("{", code.indexOf("=>")) + 1;
  edits.push({ start: head, end: head, name: `var ${variables.join()};` });
  return edits
    .sort((a, b) => b.start - a.start)
    .reduce((text, { start, end, name }) => text.slice(0, start) + name + text.slice(end), code);
}

/** A name needs the space that a quote did not: `case"x"` and `"x"in y`. */
function spaced(code, start, end, name) {
  const isWord = (sign) => /[\w$]/.test(sign ?? "");
  return (isWord(code[start - 1]) ? " " : "") + name + (isWord(code[end]) ? " " : "");
}
