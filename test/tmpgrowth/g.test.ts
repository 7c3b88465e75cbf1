import { test } from "vitest";
import { benchImportGrowth } from "../../scripts/bench/import-growth.ts";
import { testWorld } from "../support/world.ts";
import { seedOwner } from "../support/world-on.ts";
test("growth", { timeout: 600000 }, async () => {
  const { world, database } = await testWorld({ clock: "2026-11-22T10:00:00.000Z" as never });
  for (const size of (process.env.SIZES ?? "10000,50000").split(",").map(Number)) {
    const times = new Map<string, number>();
    const query = database.pool.constructor;
    const { Client } = await import("pg");
    const old = Client.prototype.query;
    (Client.prototype as any).query = function (...args: any[]) {
      const text = typeof args[0] === "string" ? args[0] : args[0]?.text;
      const t = performance.now();
      const cb = args.at(-1);
      const done = () => { const k = (text ?? "?").replace(/\s+/g, " ").slice(0, 110); times.set(k, (times.get(k) ?? 0) + performance.now() - t); };
      if (typeof cb === "function") { args[args.length - 1] = (...a: any[]) => { done(); cb(...a); }; return (old as any).apply(this, args); }
      const r = (old as any).apply(this, args);
      if (r?.then) return r.then((x: any) => { done(); return x; });
      return r;
    };
    console.log(JSON.stringify(await benchImportGrowth(world, () => seedOwner(world), [size])));
    (Client.prototype as any).query = old;
    console.log([...times].sort((a, b) => b[1] - a[1]).slice(0, 22).map(([k, v]) => `${Math.round(v)} ${k}`).join("\n"));
  }
});
