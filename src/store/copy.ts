/**
 * PostgreSQL's COPY over a client of pg, both ways as streams with back-pressure: what is in memory is a few blocks,
 * whatever the table holds. Bytes are in COPY's text format, in which a row is a line.
 */
import type { Socket } from "node:net";
import { Readable } from "node:stream";
import type { PoolClient, Submittable } from "pg";

const BLOCK_BYTES = 65_536;

/**
 * The rows of `copy … to stdout`, in blocks that end where a row ends. Whoever stops reading early must throw the
 * client away, because its connection is then in the middle of an answer.
 */
export function copyOut(client: PoolClient, statement: string): AsyncIterable<Buffer> {
  let connection: WireConnection | undefined;
  let block = Buffer.allocUnsafe(BLOCK_BYTES);
  let used = 0;
  const rows = new Readable({
    read: () => void connection?.stream.resume(),
    destroy(fault, done) {
      connection?.stream.resume();
      done(fault);
    },
  });
  const pushBlock = () => {
    if (used > 0 && !rows.push(block.subarray(0, used))) connection?.stream.pause();
    block = Buffer.allocUnsafe(BLOCK_BYTES);
    used = 0;
  };
  const query: WireQuery = {
    submit(wire) {
      connection = wire;
      wire.query(statement);
    },
    handleCopyData({ chunk }) {
      if (rows.destroyed) return;
      if (used + chunk.length > BLOCK_BYTES) pushBlock();
      // The parser uses its memory again, so that its bytes have to be copied before the next event.
      if (chunk.length > BLOCK_BYTES) rows.push(Buffer.from(chunk));
      else used += chunk.copy(block, used);
    },
    handleCopyInResponse: (wire) => wire.sendCopyFail("this copy reads"),
    handleCommandComplete: () => undefined,
    handleError: (fault) => void rows.destroy(fault),
    handleReadyForQuery() {
      if (rows.destroyed) return;
      pushBlock();
      rows.push(null);
    },
  };
  client.query(query as unknown as Submittable);
  return rows;
}

/**
 * Sends blocks of rows to `copy … from stdin`.
 *
 * @returns how many rows the server took
 * @throws the server's refusal, or what `blocks` threw; in both cases nothing of it stays
 */
export function copyIn(client: PoolClient, statement: string, blocks: AsyncIterable<Buffer>): Promise<number> {
  return new Promise((fulfil, reject) => {
    let fault: Error | undefined;
    let count = 0;
    const send = async (wire: WireConnection) => {
      try {
        for await (const block of blocks) {
          if (fault !== undefined) return;
          wire.sendCopyFromChunk(block);
          if (wire.stream.writableNeedDrain) await drained(wire.stream);
        }
        wire.endCopyFrom();
      } catch (thrown) {
        fault ??= thrown as Error;
        wire.sendCopyFail("the source of the rows failed");
      }
    };
    const query: WireQuery = {
      submit: (wire) => wire.query(statement),
      handleCopyInResponse: (wire) => void send(wire),
      handleCopyData: () => undefined,
      handleCommandComplete({ text }) {
        count = Number(/^COPY (\d+)$/.exec(text)?.[1] ?? 0);
      },
      handleError(refusal) {
        fault ??= refusal;
        reject(fault);
      },
      handleReadyForQuery: () => fulfil(count),
    };
    client.query(query as unknown as Submittable);
  });
}

/** A lost connection ends the wait too; the query hears of it by itself. */
function drained(stream: Socket): Promise<void> {
  return new Promise((fulfil) => {
    const done = () => {
      stream.off("drain", done).off("close", done);
      fulfil();
    };
    stream.on("drain", done).on("close", done);
  });
}

/** What of pg's connection and of its calls to a query is used here; its types leave them out. */
interface WireConnection {
  readonly stream: Socket;
  query(statement: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
  sendCopyFail(reason: string): void;
}

interface WireQuery {
  submit(connection: WireConnection): void;
  handleCopyInResponse(connection: WireConnection): void;
  handleCopyData(message: { readonly chunk: Buffer }): void;
  handleCommandComplete(message: { readonly text: string }): void;
  handleError(fault: Error): void;
  handleReadyForQuery(): void;
}
