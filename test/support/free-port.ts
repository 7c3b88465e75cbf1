import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";

/** A port of 127.0.0.1 that nobody listens on now, and `neighbours` more above it. */
export async function freePort({ neighbours = 0 } = {}): Promise<number> {
  for (;;) {
    const first = await listen(0);
    const { port } = first.address() as AddressInfo;
    const others = await Promise.all(
      Array.from({ length: neighbours }, (_, at) => listen(port + at + 1).catch(() => undefined)),
    );
    for (const server of [first, ...others]) server?.close();
    if (!others.includes(undefined)) return port;
  }
}

async function listen(port: number) {
  const server = createServer().listen(port, "127.0.0.1");
  await once(server, "listening");
  return server;
}
