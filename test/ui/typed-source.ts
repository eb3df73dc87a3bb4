import { readdirSync } from "node:fs";
import { join } from "node:path";
import type * as Syntax from "typescript-7/unstable/ast";
import type * as IsOf from "typescript-7/unstable/ast/is";
import type * as Api from "typescript-7/unstable/sync";

export type { Syntax as Ast };
export type Is = typeof IsOf;
export type Node = Syntax.Node;
export type Type = Api.Type;
type Bring = <T>(name: string) => Promise<T>;
/** Of test/support/environment.cjs. */
declare const oncePerWorker: <T>(
  name: string,
  make: (load: NodeJS.Require, bring: Bring) => T,
) => T;

const root = join(__dirname, "../..");
const ui = join(root, "src/ui");
const samplesFile = join(ui, "samples.ts");

/** The source of the sidebar's program, which holds the engine too by the types of the contract, with its types. */
export interface TypedSource {
  readonly files: readonly Syntax.SourceFile[];
  /** The file of samples, which stands on no disk. */
  readonly samples: Syntax.SourceFile;
  readonly checker: Api.Checker;
  readonly is: Is;
  readonly kinds: typeof Syntax.SyntaxKind;
  readonly flags: typeof Api.TypeFlags;
  /** The types of nodes, asked for at once: each question by itself is a way to another process. */
  readonly typesOf: (nodes: readonly Node[]) => ReadonlyMap<Node, Type>;
  readonly close: () => void;
}

/** Opens the source, and a file of samples with it, in the seventh TypeScript: the sixth takes six times as long. */
export async function typedSource(samples: string): Promise<TypedSource> {
  const [{ API, TypeFlags }, is, { SyntaxKind }] = await oncePerWorker("typescript", (_, bring) =>
    Promise.all([
      bring<typeof Api>("typescript-7/unstable/sync"),
      bring<Is>("typescript-7/unstable/ast/is"),
      bring<typeof Syntax>("typescript-7/unstable/ast"),
    ]),
  );
  const api = new API({ cwd: root, fs: withSamples(samples) });
  const config = join(ui, "tsconfig.json");
  const project = api.updateSnapshot({ openProjects: [config] }).getProject(config);
  if (!project) throw new Error(`${config} is no project.`);
  const { program, checker } = project;
  const sourceOf = (name: string): Syntax.SourceFile => {
    const file = program.getSourceFile(name);
    if (!file) throw new Error(`${name} is not in the program.`);
    return file;
  };
  const names = program.getSourceFileNames().filter((name) => name.startsWith(join(root, "src/")));
  return {
    files: names.filter((name) => name !== samplesFile).map(sourceOf),
    samples: sourceOf(samplesFile),
    checker,
    is,
    kinds: SyntaxKind,
    flags: TypeFlags,
    typesOf: (nodes) => {
      const types = checker.getTypeAtLocation(nodes);
      return new Map(nodes.map((node, n) => [node, types[n] as Type]));
    },
    close: () => api.close(),
  };
}

const withSamples = (samples: string) => ({
  readFile: (name: string) => (name === samplesFile ? samples : undefined),
  fileExists: (name: string) => (name === samplesFile ? true : undefined),
  getAccessibleEntries: (folder: string) => {
    if (folder !== ui) return undefined;
    const entries = readdirSync(ui, { withFileTypes: true });
    const names = (isFolder: boolean) =>
      entries.filter((each) => each.isDirectory() === isFolder).map(({ name }) => name);
    return { files: [...names(false), "samples.ts"], directories: names(true) };
  },
});
