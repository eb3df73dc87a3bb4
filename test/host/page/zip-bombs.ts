import { crc32, deflateRawSync } from "node:zlib";

/** A zip of one part that says it inflates to `says` bytes. */
function zipOf(content: Buffer, says: number): Buffer {
  const squeezed = deflateRawSync(content);
  const name = Buffer.from("xl/workbook.xml");
  const sizes = Buffer.alloc(16);
  sizes.writeUInt32LE(crc32(content), 0);
  sizes.writeUInt32LE(squeezed.length, 4);
  sizes.writeUInt32LE(says, 8);
  sizes.writeUInt16LE(name.length, 12);
  const local = Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0, 0, 0, 0, 0]);
  const first = Buffer.concat([local, sizes, name, squeezed]);
  const entry = Buffer.from([0x50, 0x4b, 1, 2, 20, 0, 20, 0, 0, 0, 8, 0, 0, 0, 0, 0]);
  const central = Buffer.concat([entry, sizes, Buffer.alloc(14), name]);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(first.length, 16);
  return Buffer.concat([first, central, end]);
}

/** 20 kB that say that they are 300 MB. */
export const honestBomb = zipOf(Buffer.alloc(20 * 1024 * 1024), 300 * 1024 * 1024);
/** 20 kB that say that they are 1,000 bytes, and are 20 MB. */
export const lyingBomb = zipOf(Buffer.alloc(20 * 1024 * 1024), 1_000);
