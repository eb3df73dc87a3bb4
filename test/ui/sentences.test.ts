import { join } from "node:path";
import ts from "typescript";

const root = join(__dirname, "../..");
const config = ts.getParsedCommandLineOfConfigFile(
  join(root, "src/ui/tsconfig.json"),
  {},
  { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined },
);
// The sidebar's program holds the engine too, by the types of the contract.
const program = ts.createProgram(config?.fileNames ?? [], config?.options ?? {});
const checker = program.getTypeChecker();
const files = program
  .getSourceFiles()
  .filter(({ fileName }) => fileName.startsWith(join(root, "src/")));

const partsOf = (type: ts.Type): readonly ts.Type[] => (type.isUnion() ? type.types : [type]);
const typeOf = (node: ts.Node): ts.Type => checker.getTypeAtLocation(node);

/** A sentence as data: JavaScript prints it as "[object Object]", and Preact as nothing. */
const isSentence = (type: ts.Type): boolean =>
  partsOf(type).some(
    (part) =>
      part.getProperty("code") && part.getProperty("values") && !part.getProperty("message"),
  );
const areSentences = (type: ts.Type): boolean =>
  partsOf(type).some(
    (part) =>
      checker.isArrayType(part) &&
      checker.getTypeArguments(part as ts.TypeReference).some(isSentence),
  );

/** What a node prints as text, without the words that `text.said` or `cellWords` give. */
function printed(node: ts.Node): readonly ts.Expression[] {
  if (ts.isJsxExpression(node) && node.expression) {
    const isKey = ts.isJsxAttribute(node.parent) && node.parent.name.getText() === "key";
    return isKey || !ts.isJsxAttribute(node.parent) ? [node.expression] : [];
  }
  if (ts.isTemplateSpan(node)) {
    return ts.isTaggedTemplateExpression(node.parent.parent) ? [] : [node.expression];
  }
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) {
    return [node.left, node.right];
  }
  if (!ts.isCallExpression(node)) return [];
  const { expression: called } = node;
  if (ts.isPropertyAccessExpression(called) && called.name.text === "join") {
    return [called.expression];
  }
  return called.getText() === "String" ? node.arguments : [];
}

const WORDS = /[a-z]{2,} [a-z]/;
const hasWords = (type: ts.Type): boolean =>
  partsOf(type).some((part) => part.isStringLiteral() && WORDS.test(part.value));
const isAnyText = (type: ts.Type): boolean =>
  partsOf(type).some(({ flags }) => (flags & ts.TypeFlags.String) !== 0);
const readers = ["includes", "startsWith", "endsWith", "indexOf", "split"];

/** Whether a call looks for words in a text, or cuts them out of it. */
function readsWords(node: ts.Node): boolean {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false;
  const { name, expression: of } = node.expression;
  const [wanted] = node.arguments;
  if (ts.isRegularExpressionLiteral(of)) return WORDS.test(of.text);
  if (!wanted) return false;
  if (ts.isRegularExpressionLiteral(wanted)) return WORDS.test(wanted.text);
  return readers.includes(name.text) && isAnyText(typeOf(of)) && hasWords(typeOf(wanted));
}

/** The places in the source where this holds. */
function placesWhere(test: (node: ts.Node) => boolean, among = files): readonly string[] {
  const found: string[] = [];
  for (const file of among) {
    const visit = (node: ts.Node): void => {
      if (test(node)) {
        const { line } = file.getLineAndCharacterOfPosition(node.getStart());
        found.push(`${file.fileName.slice(root.length + 1)}:${line + 1} ${node.getText()}`);
      }
      ts.forEachChild(node, visit);
    };
    visit(file);
  }
  return found;
}
const printsSentence = (node: ts.Node): boolean =>
  printed(node).some((each) => isSentence(typeOf(each)) || areSentences(typeOf(each)));

describe("sentences are data", () => {
  test("none is printed before it is worded", () => {
    expect(files.length).toBeGreaterThan(400);
    expect(placesWhere(printsSentence)).toEqual([]);
  });

  test("no code reads one back, except those of an earlier release", () => {
    const earlier = "src/engine/rewards/decisions.ts";
    expect(placesWhere(readsWords).filter((place) => !place.startsWith(earlier))).toEqual([]);
  });
});
