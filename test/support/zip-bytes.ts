/** Zip files for tests, sound or broken on purpose, byte by byte. */
import { crc32, deflateRawSync } from "node:zlib";

export type ZipPart = {
  name: string;
  bytes: Buffer;
  /** 8 is deflate, 0 is stored; anything else is written as it is told and stored. */
  method?: number;
  /** Written into the flags instead of 0x800 (names are UTF-8); bit 0 says "locked". */
  flags?: number;
  /** Unix mode in the upper half of the attributes. */
  mode?: number;
  /** Changes the packed bytes after everything was computed from the true ones. */
  damage?: (packed: Buffer) => Buffer;
};

export function zipBytes(parts: readonly ZipPart[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const part of parts) {
    const { local, central } = recordsOf(part, at);
    files.push(local);
    directory.push(central);
    at += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...files, central, end]);
}

function recordsOf({ name, bytes, method = 8, flags = 0x800, mode = 0o100644, damage }: ZipPart, at: number) {
  const nameBytes = Buffer.from(name, "utf8");
  const sound = method === 8 ? deflateRawSync(bytes) : bytes;
  const packed = damage === undefined ? sound : damage(sound);
  const shared = Buffer.alloc(26);
  shared.writeUInt16LE(20, 0);
  shared.writeUInt16LE(flags, 2);
  shared.writeUInt16LE(method, 4);
  shared.writeUInt32LE(crc32(bytes), 10);
  shared.writeUInt32LE(packed.length, 14);
  shared.writeUInt32LE(bytes.length, 18);
  shared.writeUInt16LE(nameBytes.length, 22);
  const central = Buffer.alloc(14);
  central.writeUInt32LE((mode << 16) >>> 0, 6);
  central.writeUInt32LE(at, 10);
  return {
    local: Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), shared, nameBytes, packed]),
    central: Buffer.concat([Buffer.from("PK\x01\x02\x14\x03", "latin1"), shared, central, nameBytes]),
  };
}
