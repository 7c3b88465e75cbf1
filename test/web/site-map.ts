/**
 * The owner's pages as a visitor finds them: every address that the application answers, every page that is linked, and every
 * form on those pages. A page that is new is walked with the others.
 */
import type { Hono } from "hono";
import { DomUtils, parseDocument } from "htmlparser2";
import type { WebEnv } from "../../src/web/context.ts";

export type Route = { method: string; path: string };

/** What a browser would send when all boxes of a form are ticked; of several buttons each makes a form of its own. */
export type SentForm = {
  action: string;
  fields: URLSearchParams;
  /** The fields that somebody writes into. */
  texts: readonly string[];
};

export type SiteMap = {
  /** Path with its query → the page. */
  pages: Map<string, string>;
  forms: readonly SentForm[];
};

/** How many addresses of one route are opened: the pages of two people show more than those of one. */
const perRouteMax = 2;
const pagesMax = 400;

/** The addresses of an application with their parameters; what only stands before others is left out. */
export function routesOf(app: Hono<WebEnv>): Route[] {
  const all = app.routes.filter(({ method }) => method !== "ALL");
  return all.filter(
    (one, nth) => all.findIndex(({ method, path }) => method === one.method && path === one.path) === nth,
  );
}

export const routeOf = (routes: readonly Route[], method: string, path: string): Route | undefined =>
  routes.find((route) => route.method === method && patternOf(route.path).test(path.replace(/[?#].*$/s, "")));

/** Follows links from page to page, and stays here. Throws when a page that is linked breaks. */
export async function walkSite(
  routes: readonly Route[],
  get: (path: string) => Promise<Response>,
  from: readonly string[],
): Promise<SiteMap> {
  const pages = new Map<string, string>();
  const forms = new Map<string, SentForm>();
  const counts = new Map<string, number>();
  const waiting = [...from];
  const kindOf = (method: string, address: string, fields: Iterable<string>) =>
    [routeOf(routes, method, address)?.path, ...new Set(fields)].join(" ");
  const isNew = (kind: string): boolean => {
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    return counts.get(kind)! <= perRouteMax;
  };
  for (const path of waiting) {
    if (pages.has(path) || pages.size >= pagesMax) continue;
    if (!isNew(kindOf("GET", path, new URL(path, here).searchParams.keys()))) continue;
    const answer = await get(path);
    // Rows that were furnished by hand may name a letter that nobody read.
    if (answer.status === 303 || answer.status === 404) continue;
    if (answer.status !== 200) throw new Error(`${path} is linked and answers ${answer.status}`);
    const text = await answer.text();
    pages.set(path, text);
    if (!answer.headers.get("content-type")?.startsWith("text/html")) continue;
    const { links, forms: found } = readPage(path, text);
    waiting.push(...links);
    for (const form of found) {
      const kind = `${kindOf("POST", form.action, form.fields.keys())} ${[...form.fields.values()].filter((value) => /^[a-z_]+$/.test(value))}`;
      if (isNew(`form ${kind}`)) forms.set(`${form.action} ${form.fields}`, form);
    }
  }
  return { pages, forms: [...forms.values()] };
}

const here = "http://localhost:8380";

function readPage(path: string, text: string): { links: string[]; forms: SentForm[] } {
  const all = DomUtils.findAll(() => true, parseDocument(text).children);
  const local = (address: string): string | undefined => {
    const url = new URL(address, here + path);
    return url.origin === here && !url.pathname.startsWith("/static/") ? url.pathname + url.search : undefined;
  };
  const links = all.flatMap(({ name, attribs }) => [
    ...(name === "a" && attribs.href !== undefined ? [attribs.href] : []),
    ...(attribs["hx-get"] === undefined ? [] : [attribs["hx-get"]]),
  ]);
  const forms = all.filter(({ name, attribs }) => name === "form" && attribs.method?.toLowerCase() === "post");
  return {
    links: links.flatMap((address) => local(address) ?? []),
    forms: forms.flatMap(sentBy).flatMap((form) => {
      const action = local(form.action);
      return action === undefined ? [] : [{ ...form, action }];
    }),
  };
}

function sentBy(form: Element): SentForm[] {
  const all = DomUtils.findAll(() => true, form.children);
  const shared = all.flatMap(({ name, attribs, children }): [string, string][] => {
    const field = attribs.name;
    if (field === undefined || field === "form_token" || attribs.type === "file") return [];
    if (name === "textarea") return [[field, DomUtils.textContent(children)]];
    if (name === "select") return [[field, optionOf(children)]];
    return name === "input" ? [[field, attribs.value ?? ""]] : [];
  });
  const texts = all.filter(({ name, attribs }) => name === "textarea" || (name === "input" && isWritten(attribs.type)));
  const buttons = all.filter(({ name, attribs }) => name === "button" && attribs.type !== "button");
  return buttons.map(({ attribs }) => ({
    action: attribs.formaction ?? form.attribs.action ?? "",
    fields: new URLSearchParams([
      ...shared,
      ...(attribs.name === undefined ? [] : [[attribs.name, attribs.value ?? ""] as [string, string]]),
    ]),
    texts: texts.flatMap(({ attribs }) => attribs.name ?? []),
  }));
}

const isWritten = (type = "text"): boolean => ["text", "search", "url", "email", "tel"].includes(type);

function optionOf(children: Element["children"]): string {
  const options = DomUtils.findAll(({ name }) => name === "option", children);
  const chosen = options.find(({ attribs }) => attribs.selected !== undefined) ?? options[0];
  return chosen?.attribs.value ?? "";
}

type Element = ReturnType<typeof DomUtils.findAll>[number];

const patternOf = (path: string): RegExp =>
  new RegExp(
    `^${path
      .replace(/[.+?^$()|[\]\\]/g, "\\$&")
      .replace(/:\w+/g, "[^/]+")
      .replaceAll("*", ".*")}$`,
  );
