/** A zip archive whose bytes depend on its content alone: fixed order, fixed time stamps, deflate. */
import { crc32, deflateRawSync } from "node:zlib";

export type ZipEntry = { name: string; text: string };

/** 1 January 1980, the first day that a zip can tell. */
const dosDate = 0x0021;
/** General purpose flag 11: the names are UTF-8. */
const utf8Names = 0x0800;
const deflated = 8;
const version = 20;

/** The archive of these files in this order; for archives under 4 GB and 65,535 entries. */
export function writeZip(entries: readonly ZipEntry[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, text } of entries) {
    const content = Buffer.from(text);
    const packed = deflateRawSync(content, { level: 9 });
    const path = Buffer.from(name);
    const common = commonFields(content, packed, path);
    const local = Buffer.concat([uint32(0x04034b50), common, path, packed]);
    directory.push(
      Buffer.concat([uint32(0x02014b50), uint16(version), common, Buffer.alloc(10), uint32(offset), path]),
    );
    bodies.push(local);
    offset += local.length;
  }
  const listing = Buffer.concat(directory);
  const count = uint16(entries.length);
  const end = Buffer.concat([
    uint32(0x06054b50),
    uint16(0),
    uint16(0),
    count,
    count,
    uint32(listing.length),
    uint32(offset),
    uint16(0),
  ]);
  return Buffer.concat([...bodies, listing, end]);
}

/** The fields that the local header and the directory share: version needed up to the length of the extra field. */
const commonFields = (content: Buffer, packed: Buffer, path: Buffer) =>
  Buffer.concat([
    ...[version, utf8Names, deflated, 0, dosDate].map(uint16),
    ...[crc32(content), packed.length, content.length].map(uint32),
    uint16(path.length),
    uint16(0),
  ]);

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
