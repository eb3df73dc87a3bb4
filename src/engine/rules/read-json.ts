/** What is wrong in JSON text that a parser takes silently, and where: `all 2 › value`. */
export interface Slip {
  readonly path: readonly string[];
  readonly complaint: string;
}
interface Level {
  /** Of an object the names so far; undefined for a list. */
  readonly names: Set<string> | undefined;
  name: string;
  index: number;
}

const TOKEN = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*|[[\]{},:]/g;

/**
 * Reads JSON. A name that stands twice would lose the half that stands first, and a number beyond 2^53 its last digits: both are
 * told with their place (CELL-8). Throws a SyntaxError where the text is no JSON.
 */
export function readJson(text: string): {
  readonly value: unknown;
  readonly slips: readonly Slip[];
} {
  const value: unknown = JSON.parse(text);
  const slips: Slip[] = [];
  const levels: Level[] = [];
  const say = (complaint: string) => slips.push({ path: pathOf(levels), complaint });
  let isName = false;
  for (const [token] of text.matchAll(TOKEN)) {
    const level = levels[levels.length - 1];
    if (token === "{" || token === "[") {
      levels.push({ names: token === "{" ? new Set() : undefined, name: "", index: 0 });
      isName = token === "{";
    } else if (token === "}" || token === "]") {
      levels.pop();
      isName = false;
    } else if (token === ",") {
      if (level) level.index++;
      isName = level?.names !== undefined;
    } else if (token === ":") isName = false;
    else if (isName && level?.names) {
      const name = JSON.parse(token) as string;
      if (level.names.has(name)) say(`has “${name}” twice; only one of them would count`);
      level.names.add(name);
      level.name = name;
    } else if (!token.startsWith('"') && Math.abs(Number(token)) > Number.MAX_SAFE_INTEGER) {
      say(`has the number ${token}, which is too long to be kept exactly; write it in quotes`);
    }
  }
  return { value, slips };
}

/** Groups by their word and number; what a name stands for is only named where it is no group. */
function pathOf(levels: readonly Level[]): readonly string[] {
  const path: string[] = [];
  levels.forEach(({ names, name, index }, at) => {
    if (names === undefined) path.push(`${path.pop() ?? ""} ${index + 1}`.trim());
    else if (at < levels.length - 1) path.push(name);
  });
  return path;
}
