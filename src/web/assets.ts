/** Our own style, script and icons: read once, named by their content, compressed once, kept by browsers for a year. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import type { Context } from "hono";

export type AssetName = keyof typeof files;

export type Assets = {
  /** Where a page finds it: `/static/app.3f9c1a2b7d.css`. */
  path(name: AssetName): string;
  answer(ask: Context): Response;
  /** A worker has one address, so that browsers find its next version; it is never kept. */
  answerWorker(ask: Context): Response;
};

const here = (name: string) => new URL(`static/${name}`, import.meta.url);

const files = {
  "app.css": { at: here("app.css"), type: "text/css; charset=utf-8" },
  "app.js": { at: here("app.js"), type: "text/javascript; charset=utf-8" },
  "booking.css": { at: here("booking.css"), type: "text/css; charset=utf-8" },
  "booking.js": { at: here("booking.js"), type: "text/javascript; charset=utf-8" },
  "htmx.js": {
    at: createRequire(import.meta.url).resolve("htmx.org/dist/htmx.min.js"),
    type: "text/javascript; charset=utf-8",
  },
  "icons.svg": { at: here("icons.svg"), type: "image/svg+xml" },
  "news.js": { at: here("news.js"), type: "text/javascript; charset=utf-8" },
  "news-worker.js": { at: here("news-worker.js"), type: "text/javascript; charset=utf-8" },
  "mark.svg": { at: here("mark.svg"), type: "image/svg+xml" },
} as const;

const immutable = "public, max-age=31536000, immutable";
const brotliQuality = 9;

export function loadAssets(): Assets {
  const byName = new Map((Object.keys(files) as AssetName[]).map((name) => [name, load(name)]));
  const worker = byName.get("news-worker.js")!;
  const byPath = new Map([...byName.values()].map((asset) => [asset.path, asset]));
  return {
    path: (name) => byName.get(name)!.path,
    answer(ask) {
      const asset = byPath.get(ask.req.path);
      if (asset === undefined) return ask.text("Not found.", 404);
      const accepted = ask.req.header("accept-encoding") ?? "";
      const form = encodings.find(({ name }) => accepted.includes(name));
      ask.header("Content-Type", asset.type);
      ask.header("Cache-Control", immutable);
      ask.header("Vary", "Accept-Encoding");
      if (form !== undefined) ask.header("Content-Encoding", form.name);
      return ask.body(new Uint8Array(form === undefined ? asset.plain : asset[form.name]));
    },
    answerWorker(ask) {
      ask.header("Content-Type", worker.type);
      return ask.body(new Uint8Array(worker.plain));
    },
  };
}

const encodings = [{ name: "br" }, { name: "gzip" }] as const;

function load(name: AssetName) {
  const { at, type } = files[name];
  const plain = readFileSync(at);
  const [stem, extension] = name.split(".") as [string, string];
  const hash = createHash("sha256").update(plain).digest("hex").slice(0, 10);
  return {
    path: `/static/${stem}.${hash}.${extension}`,
    type,
    plain,
    br: brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: brotliQuality } }),
    gzip: gzipSync(plain),
  };
}
