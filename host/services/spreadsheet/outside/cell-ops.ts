import type { Plain } from "../../../realm/inside/bridge";
import type { Op } from "../../../realm/outside-service";
import {
  appendRow,
  type BlockToWrite,
  checkBlock,
  checkRect,
  clearRect,
  lastRow,
  readBlock,
  readDisplay,
  readFormulas,
  readNotes,
  writeBlock,
  writeFormulas,
  writeNotes,
} from "../../../workbook";
import { area, rectOf, type Scope } from "./scope";

const blockOf = (cells: Plain, dates: Plain): BlockToWrite => {
  const block = { cells, dates } as unknown as BlockToWrite;
  checkBlock(block);
  return block;
};

/** How many characters cross with these cells. */
function charactersIn(cells: unknown): number {
  if (typeof cells === "string") return cells.length;
  let characters = 0;
  if (Array.isArray(cells)) for (const cell of cells) characters += charactersIn(cell);
  return characters;
}

/** Values, formulas and notes: each read is a round trip, and so is each commit of writes. */
export const cellOps = ({
  book,
  checkMayEdit,
  execution,
  sheet,
  write,
}: Scope): Readonly<Record<string, Op>> => {
  const reading =
    (read: (...args: readonly Plain[]) => Plain): Op =>
    (...args) => {
      execution.flush();
      const found = read(...args);
      execution.trip({ read: area(rectOf(args)), characters: charactersIn(found) });
      return found;
    };
  return {
    "range.check": (...args) => checkRect(sheet(args[0]), rectOf(args)) as undefined,
    "range.read": reading((...args) => {
      const { cells, dates } = readBlock(book, sheet(args[0]), rectOf(args));
      return [cells, dates];
    }),
    "range.display": reading((...args) => readDisplay(book, sheet(args[0]), rectOf(args))),
    "range.formulas": reading((...args) => readFormulas(sheet(args[0]), rectOf(args))),
    "range.notes": reading((...args) => readNotes(sheet(args[0]), rectOf(args))),
    "range.write": (...args) => {
      const rect = rectOf(args);
      const block = blockOf(args[5], args[6]);
      const moved = { written: area(rect), characters: charactersIn(block.cells) };
      write(args[0], rect, (at) => writeBlock(book, at, rect, block), moved);
      return undefined;
    },
    "range.writeFormulas": (...args) => {
      const rect = rectOf(args);
      const formulas = args[5] as string | readonly string[];
      const moved = { written: area(rect), characters: charactersIn(formulas) };
      write(args[0], rect, (at) => writeFormulas(book, at, rect, formulas), moved);
      return undefined;
    },
    "range.writeNotes": (...args) => {
      const rect = rectOf(args);
      const notes = args[5] as readonly (string | null)[];
      const moved = { written: area(rect), characters: charactersIn(notes) };
      write(args[0], rect, (at) => writeNotes(book, at, rect, notes), moved);
      return undefined;
    },
    "range.clear": (...args) => {
      const rect = rectOf(args);
      const [contents, formats, notes, validations] = args.slice(5).map(Boolean);
      const cleared = {
        contents: contents === true,
        formats: formats === true,
        notes: notes === true,
        validations: validations === true,
      };
      const moved = { written: contents || notes ? area(rect) : 0 };
      write(args[0], rect, (at) => clearRect(book, at, rect, cleared), moved);
      return undefined;
    },
    "sheet.append": (id, cells, dates) => {
      const block = blockOf(cells, dates);
      const moved = { written: block.cells.length, characters: charactersIn(block.cells) };
      execution.write(() => {
        const at = sheet(id);
        const columns = Math.max(1, block.cells.length);
        checkMayEdit(at, { row: lastRow(at) + 1, column: 1, rows: 1, columns });
        appendRow(book, at, block);
      }, moved);
      return undefined;
    },
  };
};
