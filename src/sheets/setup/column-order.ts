import type { Table } from "../../engine/tables/table";
import type { Raw } from "../codec/codec";
import { lookUpColumns } from "../workbook/columns";

/** Columns side by side that move together; 0-based, counted when their turn has come. */
export interface ColumnMove {
  readonly first: number;
  readonly count: number;
  /** The column before which they come. */
  readonly before: number;
  /** What the first of them is called. */
  readonly header: string;
}
/** A column of ours with the team's own at its right; those before the first of ours have rank -1. */
interface Block {
  readonly rank: number;
  readonly places: readonly number[];
}

/**
 * How a tab's columns come into the standard order, in as few moves as can be (SHEET-44). The team's own columns go with the
 * column of ours at their left; frozen columns, and own ones before the first of ours, stay. None where a header is doubled.
 */
export function movesToOrder(
  table: Table,
  headers: readonly Raw[],
  frozen: number,
): readonly ColumnMove[] {
  const { byId, doubled } = lookUpColumns(table, headers);
  if (doubled.length > 0) return [];
  const rankAt = new Map(
    Object.keys(table.columns).map((id, rank) => [byId.get(id), rank] as const),
  );
  const blocks = blocksOf(headers.length, frozen, rankAt);
  const stay = longestInOrder(blocks);
  const now = headers.map((_, place) => place);
  const moves: ColumnMove[] = [];
  let last = frozen - 1;
  for (const block of [...blocks].sort((a, b) => a.rank - b.rank)) {
    const { places } = block;
    const place = places[0] as number;
    if (!stay.has(block)) {
      const first = now.indexOf(place);
      const before = last < 0 ? 0 : now.indexOf(last) + 1;
      moves.push({ first, count: places.length, before, header: String(headers[place]).trim() });
      now.splice(first, places.length);
      now.splice(before > first ? before - places.length : before, 0, ...places);
    }
    last = places[places.length - 1] as number;
  }
  return moves;
}

function blocksOf(
  width: number,
  frozen: number,
  rankAt: ReadonlyMap<number | undefined, number>,
): readonly Block[] {
  const blocks: { rank: number; places: number[] }[] = [];
  for (let place = frozen; place < width; place++) {
    const rank = rankAt.get(place);
    const last = blocks[blocks.length - 1];
    if (rank === undefined && last) last.places.push(place);
    else blocks.push({ rank: rank ?? -1, places: [place] });
  }
  return blocks;
}

/** The most blocks that stand in order as they are. */
function longestInOrder(blocks: readonly Block[]): ReadonlySet<Block> {
  const chains: (readonly Block[])[] = [];
  for (const block of blocks) {
    const before = chains.filter((chain) => (chain[chain.length - 1] as Block).rank < block.rank);
    chains.push([...longest(before), block]);
  }
  return new Set(longest(chains));
}
const longest = (chains: readonly (readonly Block[])[]): readonly Block[] =>
  chains.reduce((best, chain) => (chain.length > best.length ? chain : best), []);
