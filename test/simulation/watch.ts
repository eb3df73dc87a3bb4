import type { Life, Row } from "./life";
import { rowsOf } from "./life";

type Seen = ReadonlyMap<string, Row>;

/** Tells, after each act and execution, what changed in the rows in which a text stands: how a seed came to where it is. */
export function watch(life: Life, text: string, tell: (line: string) => void): void {
  let before = watched(life, text);
  let executions = 0;
  const follow = () => {
    executions = life.host.executions().length;
    life.host.onChange(compare);
  };
  const compare = () => {
    const all = life.host.executions();
    const ran = all.slice(executions).map(({ name, status }) => `${name} ${status}`);
    executions = all.length;
    const after = watched(life, text);
    const changes = changesIn(before, after);
    before = after;
    if (changes.length === 0) return;
    tell(`${life.today} ${ran.join(", ") || "by hand"}`);
    for (const change of changes) tell(`  ${change}`);
  };
  life.moved = follow;
  follow();
}

function watched(life: Life, text: string): Seen {
  const seen = new Map<string, Row>();
  const tabs = life.host
    .sheetNames()
    .filter((name) => name !== "Activity" && !name.startsWith("_"));
  for (const tab of tabs) {
    for (const row of rowsOf(life, tab)) {
      if (Object.values(row).some((cell) => String(cell).includes(text)))
        seen.set(`${tab} ${row.Key}`, row);
    }
  }
  return seen;
}

function changesIn(before: Seen, after: Seen): readonly string[] {
  const names = new Set([...before.keys(), ...after.keys()]);
  return [...names].flatMap((name) => {
    const [was, is] = [before.get(name) ?? {}, after.get(name) ?? {}];
    const headers = Object.keys({ ...was, ...is }).filter(
      (each) => cell(was, each) !== cell(is, each),
    );
    return headers.length === 0
      ? []
      : `${name}: ${headers.map((each) => `${each} ${cell(was, each)} → ${cell(is, each)}`).join("; ")}`;
  });
}

const cell = (row: Row, header: string): string => JSON.stringify(row[header] ?? "");
