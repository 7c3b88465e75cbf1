/**
 * Holds calls to the contracts, in both directions: what the product asks, and what the sandbox answers. A watch sits around
 * a transport, notes every problem and counts which operations were called. No problem ever names a token or a body.
 */
import { isContractHost, type KnownOperation, operationOf, operations, type Param, type Scopes } from "./contract.ts";
import type { Schema } from "./schema.ts";

export type Call = {
  method: string;
  url: string;
  body?: string;
  mediaType?: string;
  /** What the token of the call was granted; scopes are not checked when it is left out. */
  grant?: Grant;
};
/** `kind` matters to Graph only: some calls do not exist for personal accounts. */
export type Grant = { scopes: readonly string[]; kind?: "work" | "personal" };

export type Answer = { status: number; mediaType?: string; body: string };

/** Where sign-in happens: spoken there is OAuth, which no contract file describes. */
const signInHosts = new Set(["accounts.google.com", "oauth2.googleapis.com", "login.microsoftonline.com"]);

/** What is wrong with a call; `operation` is absent when no contract knows it. */
export function checkRequest(call: Call): { operation?: KnownOperation; problems: string[] } {
  const url = new URL(call.url);
  const found = operationOf(call.method, url);
  if (found === undefined) return { problems: [`${call.method} ${url.host}${url.pathname}: no contract knows it`] };
  const { operation, path } = found;
  const problems: string[] = [];
  if (operation["x-undocumented"]) problems.push("is not documented: do not call it");
  if (/[ +]/.test(rawQuery(call.url)) || url.hash !== "") problems.push("raw space, + or # in the query");
  checkQuery(operation, url, problems);
  checkPath(operation, path, problems);
  const body = checkBody(operation, call, problems);
  if (call.grant !== undefined) checkScopes(operation, call.grant, body, problems);
  return { operation, problems: problems.map((problem) => `${operation.id}: ${problem}`) };
}

const rawQuery = (url: string): string => url.split("#")[0]?.split("?").slice(1).join("?") ?? "";

function checkQuery(operation: KnownOperation, url: URL, problems: string[]): void {
  const { contract, id, method } = operation;
  const params = operation.params ?? {};
  const given = url.searchParams;
  const isFollowing = given.has("$skiptoken") || given.has("$deltatoken");
  const place = { direction: "request", operation: id, method } as const;
  for (const name of new Set(given.keys())) {
    const param = params[name] ?? contract.commonParams[name];
    if (param?.in !== "query") {
      problems.push(`query ${name}: unknown parameter`);
      continue;
    }
    const values = given.getAll(name);
    if (values.length > 1 && param.repeated !== true) problems.push(`query ${name}: given ${values.length} times`);
    if (isFollowing && operation.firstRequestOnly?.includes(name)) problems.push(`query ${name}: first request only`);
    for (const value of values) contract.compile(param)(read(param, value), `query ${name}`, place, problems);
    for (const other of param["x-notWith"] ?? [])
      if (given.has(other)) problems.push(`query ${name}: not with ${other}`);
    for (const [other, value] of Object.entries(param["x-notWithValue"] ?? {})) {
      if (given.get(other) === String(value)) problems.push(`query ${name}: not with ${other}=${value}`);
    }
  }
  for (const [name, param] of Object.entries(params)) {
    const isRequired = param.required === true || (param["x-requiredOnFirstRequest"] === true && !isFollowing);
    if (param.in === "query" && isRequired && !given.has(name)) problems.push(`query ${name}: is required`);
  }
  if (contract.isGraph) checkFields(operation, given.get("$select"), problems);
}

/** A value of a query as the schema's type wants it; what cannot be read as that stays text, and is told as such. */
function read({ type }: Param, value: string): unknown {
  if (type === "integer" && /^-?\d+$/.test(value)) return Number(value);
  if (type === "boolean" && /^(true|false)$/.test(value)) return value === "true";
  return value;
}

/** Graph refuses a field in $select that the resource does not have. */
function checkFields({ contract, response }: KnownOperation, select: string | null, problems: string[]): void {
  const name = (response?.["x-collection"] ?? response)?.$ref?.slice("#/schemas/".length);
  const schema = name === undefined ? undefined : contract.schemas[name];
  if (select === null || schema?.properties === undefined) return;
  const known = new Set(
    [schema, ...(schema["x-derived"] ?? []).map((derived) => contract.schemas[derived])].flatMap((from) =>
      Object.keys(from?.properties ?? {}),
    ),
  );
  for (const field of select.split(",")) {
    if (!known.has(field)) problems.push(`query $select: ${name} has no ${field}`);
  }
}

function checkPath(operation: KnownOperation, path: Readonly<Record<string, string>>, problems: string[]): void {
  const place = { direction: "request", operation: operation.id, method: operation.method } as const;
  for (const [name, param] of Object.entries(operation.params ?? {})) {
    const value = path[name] ?? path[name.replaceAll("-", "_")];
    if (param.in === "path" && value !== undefined) {
      operation.contract.compile(param)(read(param, value), `path ${name}`, place, problems);
    }
  }
}

function checkBody(operation: KnownOperation, call: Call, problems: string[]): unknown {
  const text = call.body ?? "";
  const { request, contract, id, method } = operation;
  if (request === undefined) {
    if (text !== "") problems.push("takes no body");
    return undefined;
  }
  const media = call.mediaType?.split(";")[0]?.trim().toLowerCase();
  if (media !== undefined && media !== "application/json" && operation.altRequestMedia?.[media] !== undefined) {
    if (!/^[A-Za-z0-9+/\r\n]+={0,2}\s*$/.test(text)) problems.push(`body: ${media} must be base64`);
    return undefined;
  }
  // An action whose every parameter may be left out may be called without a body.
  if (text === "" && request.$ref === undefined) return undefined;
  if (media !== "application/json")
    problems.push(`body: media type is ${media ?? "not given"}, must be application/json`);
  const body = parsed(text);
  if (body === undefined) {
    problems.push("body: no JSON");
    return undefined;
  }
  contract.compile(request)(body, "body", { direction: "request", operation: id, method }, problems);
  if (operation.updatable !== undefined && typeof body === "object" && body !== null) {
    for (const key of Object.keys(body)) {
      if (!operation.updatable.includes(key) && !key.startsWith("@odata."))
        problems.push(`body.${key}: cannot be changed`);
    }
  }
  return body;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function checkScopes(operation: KnownOperation, grant: Grant, body: unknown, problems: string[]): void {
  const scopes = operation.scopesByResource ? scopesOfWatched(body) : operation.scopes;
  if (scopes === undefined) return;
  const kind = grant.kind ?? "work";
  const enough = isList(scopes) ? scopes : scopes[kind]?.all;
  if (enough === undefined) {
    problems.push(`does not exist for ${kind} accounts`);
    return;
  }
  const granted = new Set(grant.scopes.flatMap(impliedBy));
  if (!enough.some((scope) => granted.has(plain(scope)))) {
    problems.push(`the token was granted none of ${enough.join(", ")}`);
  }
}

const isList = (scopes: Scopes): scopes is readonly string[] => Array.isArray(scopes);

/** A subscription needs what reading the watched resource needs; undefined when the call names none. */
function scopesOfWatched(body: unknown): Scopes | undefined {
  const resource = (body as { resource?: unknown } | undefined)?.resource;
  if (typeof resource !== "string") return undefined;
  const path = resource.replace(/^\/?/, "/").split("?")[0] as string;
  return operationOf("GET", new URL(`https://graph.microsoft.com/v1.0${path}`))?.operation.scopes;
}

const plain = (scope: string): string =>
  scope.replace("https://www.googleapis.com/auth/", "").replace("https://graph.microsoft.com/", "").toLowerCase();

/** Google spells two scopes in two ways; whoever may read and write may read. */
function impliedBy(scope: string): string[] {
  const name = plain(scope);
  if (name === "email" || name === "profile") return [name, `userinfo.${name}`];
  return name.endsWith(".readwrite") ? [name, name.replace(/write$/, "")] : [name];
}

/** What is wrong with an answer of the sandbox to a call of this operation. */
export function checkAnswer(operation: KnownOperation, answer: Answer): string[] {
  const problems: string[] = [];
  if (answer.status >= 400) checkRefusal(operation, answer, problems);
  else checkSuccess(operation, answer, problems);
  return problems.map((problem) => `answer to ${operation.id}: ${problem}`);
}

function checkSuccess(operation: KnownOperation, { status, body }: Answer, problems: string[]): void {
  const { contract, response, id, method } = operation;
  const expected = operation.status ?? (response === undefined ? 204 : 200);
  if (status !== expected) problems.push(`status is ${status}, must be ${expected}`);
  if (response === undefined) {
    if (body !== "") problems.push("must have no body");
    return;
  }
  if (operation.responseMedia !== undefined) return;
  const value = parsed(body);
  if (value === undefined) problems.push("body: no JSON");
  else contract.compile(response)(value, "body", { direction: "response", operation: id, method }, problems);
}

const googleError: Schema = {
  type: "object",
  required: ["error"],
  properties: {
    error: {
      type: "object",
      required: ["code", "message"],
      properties: {
        code: { type: "integer" },
        message: { type: "string" },
        status: { type: "string", pattern: "^[A-Z_]+$" },
        errors: {
          type: "array",
          items: {
            type: "object",
            required: ["reason", "message"],
            properties: {
              domain: { type: "string" },
              reason: { type: "string" },
              message: { type: "string" },
              location: { type: "string" },
              locationType: { type: "string" },
            },
          },
        },
        details: { type: "array" },
      },
    },
  },
};

function checkRefusal(operation: KnownOperation, { status, body }: Answer, problems: string[]): void {
  const { contract, id, method } = operation;
  const value = parsed(body);
  if (value === undefined) {
    problems.push(`body of ${status}: no JSON`);
    return;
  }
  const schema = contract.isGraph ? (contract.schemas.error as Schema) : googleError;
  contract.compile(schema)(value, "body", { direction: "response", operation: id, method }, problems);
  const code = (value as { error?: { code?: unknown } }).error?.code;
  if (!contract.isGraph && code !== status) problems.push(`body.error.code: ${code}, but the status is ${status}`);
}

export type ContractWatch = {
  /** The same transport, watched. Put it next to the sandbox: answers that faults made up are none of the sandbox. */
  over: (transport: typeof fetch) => typeof fetch;
  /** At most 100, each once. */
  problems: readonly string[];
  /** How often each operation was called. */
  exercised: ReadonlyMap<string, number>;
  /** Operations of these APIs (all when none is named) that were never called. */
  neverCalled: (...apis: readonly string[]) => string[];
};

const problemsMax = 100;

/** `grantOf` says what a bearer token was granted; scopes of a token that it does not know are not checked (the face refuses it). */
export function contractWatch(grantOf?: (token: string) => Grant | undefined): ContractWatch {
  const problems = new Set<string>();
  const exercised = new Map<string, number>();
  const note = (found: readonly string[]) => {
    for (const problem of found) if (problems.size < problemsMax) problems.add(problem);
  };

  const watched = async (transport: typeof fetch, input: Parameters<typeof fetch>[0], init?: RequestInit) => {
    const asked = new Request(input instanceof Request ? input.clone() : input, init);
    const { host } = new URL(asked.url);
    if (signInHosts.has(host)) return transport(input, init);
    if (!isContractHost(host)) note([`${asked.method} ${host}: no contract knows this host`]);
    const checked = checkRequest(await callOf(asked, input, grantOf));
    note(checked.problems);
    const response = await transport(input, init);
    const { operation } = checked;
    if (operation === undefined) return response;
    exercised.set(operation.id, (exercised.get(operation.id) ?? 0) + 1);
    note(checkAnswer(operation, { status: response.status, body: await response.clone().text() }));
    return response;
  };

  return {
    over: (transport) => (input, init) => watched(transport, input, init),
    get problems() {
      return [...problems];
    },
    exercised,
    neverCalled: (...apis) =>
      operations()
        .filter(({ id, contract }) => !exercised.has(id) && (apis.length === 0 || apis.includes(contract.api)))
        .map(({ id }) => id),
  };
}

async function callOf(
  asked: Request,
  input: Parameters<typeof fetch>[0],
  grantOf: ((token: string) => Grant | undefined) | undefined,
): Promise<Call> {
  // A Request has its address tidied; text still shows a raw space.
  const url = typeof input === "string" ? input : asked.url;
  const body = asked.body === null ? "" : await asked.clone().text();
  const mediaType = asked.headers.get("content-type");
  const token = /^Bearer (.+)$/.exec(asked.headers.get("authorization") ?? "")?.[1];
  const grant = token === undefined ? undefined : grantOf?.(token);
  return {
    method: asked.method,
    url,
    body,
    ...(mediaType !== null && { mediaType }),
    ...(grant !== undefined && { grant }),
  };
}
