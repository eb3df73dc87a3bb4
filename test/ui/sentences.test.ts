import { join } from "node:path";
import type { Ast, Is, Node, Type, TypedSource } from "./typed-source";
import { typedSource } from "./typed-source";

const root = join(__dirname, "../..");
/** Code of the kinds that must not be, in a file that only the compiler sees. */
const samples = `
type Key = string & { of?(table: "a"): void };
declare const reason: string, key: Key;
reason.startsWith("held because ");
reason !== "partner archived";
switch (reason) { case "late event": }
/^(.*) \\((\\d+ of \\d+)\\)$/s.exec(reason);
key.slice(5);
/#(.+)/.exec(key);
/@\\d{4}-\\d{2}-\\d{2}/.exec(reason);
declare const said: { code: string; values: object }, all: readonly (typeof said)[];
String(all) + \`\${said}\`;
`;

let source: TypedSource;
let checker: TypedSource["checker"];
let is: Is;
let kinds: TypedSource["kinds"];
let typeFlags: TypedSource["flags"];
let types: ReadonlyMap<Node, Type>;

beforeAll(async () => {
  source = await typedSource(samples);
  ({ checker, is, kinds, flags: typeFlags } = source);
  types = source.typesOf([...source.files, source.samples].flatMap(nodesOf).flatMap(askedOf));
}, 120_000);
afterAll(() => source?.close());

/** Every node below this one. */
function nodesOf(node: Node): readonly Node[] {
  const found: Node[] = [];
  const visit = (each: Node): void => {
    found.push(each);
    each.forEachChild(visit);
  };
  node.forEachChild(visit);
  return found;
}

/** What a `case` is held against. */
const switchedOn = ({ parent }: Ast.CaseClause): Node =>
  (parent.parent as Ast.SwitchStatement).expression;

const isComparison = (node: Node): node is Ast.BinaryExpression =>
  is.isBinaryExpression(node) &&
  [kinds.EqualsEqualsEqualsToken, kinds.ExclamationEqualsEqualsToken].includes(
    node.operatorToken.kind,
  );

/** What of a node the tests below ask the types of. */
function askedOf(node: Node): readonly Node[] {
  if (is.isCaseClause(node)) return [switchedOn(node), node.expression];
  if (isComparison(node)) return [node.left, node.right];
  if (!is.isCallExpression(node) || !is.isPropertyAccessExpression(node.expression)) {
    return printed(node);
  }
  const { name, expression: of } = node.expression;
  const isRead = cutters.includes(name.text) || is.isRegularExpressionLiteral(of);
  return [...printed(node), ...(isRead ? [of, ...node.arguments.slice(0, 1)] : [])];
}

const typeOf = (node: Node): Type => {
  const type = types.get(node);
  if (!type) throw new Error(`The type of ${node.getText()} was not asked for.`);
  return type;
};
const parts = new Map<Type, readonly Type[]>();
const partsOf = (type: Type): readonly Type[] => {
  const known = parts.get(type) ?? (type.isUnionType() ? type.getTypes() : [type]);
  parts.set(type, known);
  return known;
};
const has = (type: Type, name: string): boolean =>
  checker.getPropertyOfType(type, name) !== undefined;

const sentences = new Map<Type, boolean>();
/** A sentence as data: JavaScript prints it as "[object Object]", and Preact as nothing. */
const isSentence = (type: Type): boolean => {
  const known =
    sentences.get(type) ??
    partsOf(type).some((part) => has(part, "code") && has(part, "values") && !has(part, "message"));
  sentences.set(type, known);
  return known;
};
const areSentences = (type: Type): boolean =>
  partsOf(type).some(
    (part) =>
      checker.isArrayType(part) &&
      checker
        .getTypeArguments(part as Parameters<typeof checker.getTypeArguments>[0])
        .some(isSentence),
  );

/** What a node prints as text, without the words that `text.said` or `cellWords` give. */
function printed(node: Node): readonly Ast.Expression[] {
  if (is.isJsxExpression(node) && node.expression) {
    const isKey = is.isJsxAttribute(node.parent) && node.parent.name.getText() === "key";
    return isKey || !is.isJsxAttribute(node.parent) ? [node.expression] : [];
  }
  if (is.isTemplateSpan(node)) {
    return is.isTaggedTemplateExpression(node.parent.parent) ? [] : [node.expression];
  }
  if (is.isBinaryExpression(node) && node.operatorToken.kind === kinds.PlusToken) {
    return [node.left, node.right];
  }
  if (!is.isCallExpression(node)) return [];
  const { expression: called } = node;
  if (is.isPropertyAccessExpression(called) && called.name.text === "join") {
    return [called.expression];
  }
  return called.getText() === "String" ? node.arguments : [];
}

const WORDS = /[a-z]{2,} [a-z]/;
/** A word beside a space, in the source of a pattern: " of " between two numbers, "refunded (" and the like. */
const WORDS_OF_PATTERN =
  /(?<![\\[\w-])[a-z]{2,}(?: |\\s\+)[(\\a-z[]|[)+a-z](?: |\\s\+)[a-z]{2,}(?!\w*\])/;
/** Words of lists, and marks in cells, that stand in a text: no sentences. */
const names = ["the program", "bank transfer", "own column", "last time", "too much to be undone"];
const hasWords = (type: Type): boolean =>
  partsOf(type).some(
    (part) => part.isStringLiteralType() && WORDS.test(part.value) && !names.includes(part.value),
  );
const isAnyText = (type: Type): boolean =>
  partsOf(type).some(({ flags }) => (flags & typeFlags.String) !== 0);
const readers = ["includes", "startsWith", "endsWith", "indexOf", "lastIndexOf", "split", "search"];

/** Whether a call looks for words in a text, cuts them out of it, or holds a whole text against words. */
function readsWords(node: Node): boolean {
  if (is.isRegularExpressionLiteral(node)) return WORDS_OF_PATTERN.test(node.text);
  if (isComparison(node)) {
    const [one, other] = [typeOf(node.left), typeOf(node.right)];
    return (isAnyText(one) && hasWords(other)) || (isAnyText(other) && hasWords(one));
  }
  if (is.isCaseClause(node)) {
    return isAnyText(typeOf(switchedOn(node))) && hasWords(typeOf(node.expression));
  }
  if (!is.isCallExpression(node) || !is.isPropertyAccessExpression(node.expression)) return false;
  const { name, expression: of } = node.expression;
  const [wanted] = node.arguments;
  if (!wanted) return false;
  return readers.includes(name.text) && isAnyText(typeOf(of)) && hasWords(typeOf(wanted));
}

const cutters = [...readers, "slice", "substring", "match", "matchAll", "replace", "charAt"];
/** What only the compiler sees of a key (`kernel/keys.ts`). */
const isKey = (type: Type): boolean =>
  partsOf(type).some((part) => part.isIntersectionType() && has(part, "of"));

/** Whether a call cuts something out of a key, or looks for something in it. */
function readsKey(node: Node): boolean {
  if (!is.isCallExpression(node) || !is.isPropertyAccessExpression(node.expression)) return false;
  const { name, expression: of } = node.expression;
  const [given] = node.arguments;
  if (is.isRegularExpressionLiteral(of)) return given !== undefined && isKey(typeOf(given));
  return cutters.includes(name.text) && isKey(typeOf(of));
}
/** A pattern of a whole date: who cuts one out of a text, or out of a key, should have been given the day. */
const readsDate = (node: Node): boolean =>
  is.isRegularExpressionLiteral(node) && /\\d\{4\}-/.test(node.text);

/** The places in the source where this holds. */
function placesWhere(test: (node: Node) => boolean, among = source.files): readonly string[] {
  const found: string[] = [];
  for (const file of among) {
    for (const node of nodesOf(file)) {
      if (test(node)) {
        const line = file.text.slice(0, node.getStart()).split("\n").length;
        found.push(`${file.fileName.slice(root.length + 1)}:${line} ${node.getText()}`);
      }
    }
  }
  return found;
}
const placesIn = (test: (node: Node) => boolean, others: readonly string[]) =>
  placesWhere(test).filter((place) => !others.some((each) => place.startsWith(each)));
const printsSentence = (node: Node): boolean =>
  printed(node).some((each) => isSentence(typeOf(each)) || areSentences(typeOf(each)));

describe("sentences are data", () => {
  test("none is printed before it is worded", () => {
    expect(source.files.length).toBeGreaterThan(400);
    expect(placesWhere(printsSentence)).toEqual([]);
  });

  test("no code reads one back, except the codecs of cells, and what others wrote", () => {
    const others = [
      // Texts of earlier releases, each recognised once (UPGRADE-16).
      "src/engine/tables/packed/",
      "src/engine/rewards/decisions.ts",
      "src/engine/kernel/keys.ts",
      // A mail that a person pasted.
      "src/engine/reports/statements/compare-text.ts",
      // What Google and other tools say.
      "src/ui/state/failure.ts",
      "src/engine/intake/import/",
      "src/engine/rules/read-rules.ts",
    ];
    expect(placesIn(readsWords, others)).toEqual([]);
  });

  test("no code cuts a key up, except where keys are made", () => {
    const others = ["src/engine/kernel/keys.ts", "src/engine/intake/import/"];
    expect(placesIn(readsKey, others)).toEqual([]);
  });

  test("no code cuts a date out of a text, except where days and packed cells are read", () => {
    const others = [
      "src/engine/kernel/",
      "src/engine/tables/packed/",
      "src/engine/intake/import/",
      "src/engine/reports/statements/compare-text.ts",
    ];
    expect(placesIn(readsDate, others)).toEqual([]);
  });

  test("such code is found", () => {
    const found = [readsWords, readsKey, readsDate, printsSentence].map((reads) =>
      placesWhere(reads, [source.samples]).map((place) => place.split(" ")[0]?.split(":")[1]),
    );
    expect(found).toEqual([["4", "5", "6", "7"], ["8", "9"], ["10"], ["12", "12"]]);
  });
});
