import { join } from "node:path";
import ts from "typescript";

const root = join(__dirname, "../..");
const config = ts.getParsedCommandLineOfConfigFile(
  join(root, "src/ui/tsconfig.json"),
  {},
  { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined },
);
/** Code of the kinds that must not be. */
const samplesFile = join(root, "src/ui/samples.ts");
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
`;
const host = ts.createCompilerHost(config?.options ?? {});
const { getSourceFile } = host;
host.getSourceFile = (name, ...how) =>
  name === samplesFile
    ? ts.createSourceFile(name, samples, ts.ScriptTarget.ESNext, true)
    : getSourceFile.call(host, name, ...how);
// The sidebar's program holds the engine too, by the types of the contract.
const program = ts.createProgram(
  [...(config?.fileNames ?? []), samplesFile],
  config?.options ?? {},
  host,
);
const checker = program.getTypeChecker();
const files = program
  .getSourceFiles()
  .filter(({ fileName }) => fileName.startsWith(join(root, "src/")) && fileName !== samplesFile);

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
/** A word beside a space, in the source of a pattern: " of " between two numbers, "refunded (" and the like. */
const WORDS_OF_PATTERN =
  /(?<![\\[\w-])[a-z]{2,}(?: |\\s\+)[(\\a-z[]|[)+a-z](?: |\\s\+)[a-z]{2,}(?!\w*\])/;
/** Words of lists, and marks in cells, that stand in a text: no sentences. */
const names = ["the program", "bank transfer", "own column", "last time", "too much to be undone"];
const hasWords = (type: ts.Type): boolean =>
  partsOf(type).some(
    (part) => part.isStringLiteral() && WORDS.test(part.value) && !names.includes(part.value),
  );
const isAnyText = (type: ts.Type): boolean =>
  partsOf(type).some(({ flags }) => (flags & ts.TypeFlags.String) !== 0);
const readers = ["includes", "startsWith", "endsWith", "indexOf", "lastIndexOf", "split", "search"];

/** Whether a call looks for words in a text, cuts them out of it, or holds a whole text against words. */
function readsWords(node: ts.Node): boolean {
  if (ts.isRegularExpressionLiteral(node)) return WORDS_OF_PATTERN.test(node.text);
  if (ts.isBinaryExpression(node)) {
    const { left, right, operatorToken } = node;
    const isComparing = [
      ts.SyntaxKind.EqualsEqualsEqualsToken,
      ts.SyntaxKind.ExclamationEqualsEqualsToken,
    ].includes(operatorToken.kind);
    const [one, other] = [typeOf(left), typeOf(right)];
    return (
      isComparing && ((isAnyText(one) && hasWords(other)) || (isAnyText(other) && hasWords(one)))
    );
  }
  if (ts.isCaseClause(node)) {
    return isAnyText(typeOf(node.parent.parent.expression)) && hasWords(typeOf(node.expression));
  }
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false;
  const { name, expression: of } = node.expression;
  const [wanted] = node.arguments;
  if (!wanted) return false;
  return readers.includes(name.text) && isAnyText(typeOf(of)) && hasWords(typeOf(wanted));
}

const cutters = [...readers, "slice", "substring", "match", "matchAll", "replace", "charAt"];
/** What only the compiler sees of a key (`kernel/keys.ts`). */
const isKey = (type: ts.Type): boolean =>
  partsOf(type).some((part) => part.isIntersection() && part.getProperty("of") !== undefined);

/** Whether a call cuts something out of a key, or looks for something in it. */
function readsKey(node: ts.Node): boolean {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false;
  const { name, expression: of } = node.expression;
  const [given] = node.arguments;
  if (ts.isRegularExpressionLiteral(of)) return given !== undefined && isKey(typeOf(given));
  return cutters.includes(name.text) && isKey(typeOf(of));
}
/** A pattern of a whole date: who cuts one out of a text, or out of a key, should have been given the day. */
const readsDate = (node: ts.Node): boolean =>
  ts.isRegularExpressionLiteral(node) && /\\d\{4\}-/.test(node.text);

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
const placesIn = (test: (node: ts.Node) => boolean, others: readonly string[]) =>
  placesWhere(test).filter((place) => !others.some((each) => place.startsWith(each)));
const printsSentence = (node: ts.Node): boolean =>
  printed(node).some((each) => isSentence(typeOf(each)) || areSentences(typeOf(each)));

describe("sentences are data", () => {
  test("none is printed before it is worded", () => {
    expect(files.length).toBeGreaterThan(400);
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
    const file = program.getSourceFile(samplesFile);
    const found = [readsWords, readsKey, readsDate].map((reads) =>
      placesWhere(reads, file ? [file] : []).map((place) => place.split(" ")[0]?.split(":")[1]),
    );
    expect(found).toEqual([["4", "5", "6", "7"], ["8", "9"], ["10"]]);
  });
});
