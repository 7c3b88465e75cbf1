/** No page escapes the looks of axe.slow.test.ts: a route that is new is walked there, stands alone in a list, or is no page. */
import { expect, test } from "vitest";
import { routeOf } from "../web/site-map.ts";
import { openWholeHouse } from "../web/whole-house.ts";
import { besidesLinked, noPages, standingAlone } from "./axe-pages.ts";

test("every route that answers with a page is among those that are looked at", async () => {
  const house = await openWholeHouse();
  const { pages } = await house.walk();
  for (const path of besidesLinked) pages.set(path, await (await house.get(path)).text());
  const whole = [...pages].filter(([, text]) => text.startsWith("<!doctype html>"));
  const lookedAt = new Set(whole.map(([path]) => routeOf(house.routes, "GET", path)?.path));
  const missed = house.routes.filter(({ method, path }) => method === "GET" && !lookedAt.has(path));
  const known = [...Object.keys(standingAlone), ...Object.keys(noPages)];
  expect(missed.map(({ path }) => path).sort()).toEqual(known.sort());
});

test.each(Object.entries(standingAlone))("%s is a page where it stands", async (_, open) => {
  const { office, path, isOut } = await open();
  const headers = isOut === true ? {} : { cookie: await cookieOf(office) };
  const answer = await office.ask(path, { headers });
  expect([answer.status, (await answer.text()).startsWith("<!doctype html>")]).toEqual([200, true]);
});

async function cookieOf(office: Awaited<ReturnType<(typeof standingAlone)[string]>>["office"]): Promise<string> {
  const entered = await office.ask(`/?key=${office.key}`);
  return entered.headers.getSetCookie()[0]!.split(";")[0]!;
}
