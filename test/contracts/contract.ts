/** The contracts as data, and which operation of which contract a method and an address belong to. */
import { readFileSync } from "node:fs";
import { type Checker, compilerOf, type Schema } from "./schema.ts";

export type Param = Schema & {
  in: "path" | "query";
  required?: boolean;
  repeated?: boolean;
  "x-requiredOnFirstRequest"?: boolean;
  "x-notWith"?: readonly string[];
  "x-notWithValue"?: Readonly<Record<string, unknown>>;
};

/** Google: any one of a list. Graph: by kind of account. */
export type Scopes = readonly string[] | Readonly<Record<string, { all: readonly string[] }>>;

export type Operation = {
  method: string;
  path: string;
  match: string;
  params?: Readonly<Record<string, Param>>;
  request?: Schema;
  response?: Schema;
  responseMedia?: string;
  status?: number;
  scopes?: Scopes;
  scopesByResource?: boolean;
  firstRequestOnly?: readonly string[];
  updatable?: readonly string[];
  altRequestMedia?: Readonly<Record<string, string>>;
  "x-undocumented"?: string | boolean;
};

type ContractFile = {
  api: string;
  server: string;
  commonParams?: Readonly<Record<string, Param>>;
  operations: Readonly<Record<string, Operation>>;
  schemas: Readonly<Record<string, Schema>>;
};

export type Contract = {
  api: string;
  /** As "https://gmail.googleapis.com". */
  server: string;
  isGraph: boolean;
  commonParams: Readonly<Record<string, Param>>;
  operations: readonly KnownOperation[];
  schemas: Readonly<Record<string, Schema>>;
  compile: (schema: Schema) => Checker;
};

export type KnownOperation = Operation & { id: string; contract: Contract; pattern: RegExp; literals: number };

const files = ["gmail.v1", "calendar.v3", "people.v1", "tasks.v1", "oauth2.v2", "pubsub.v1", "graph.v1"];
const byHost = new Map<string, KnownOperation[]>();
let all: KnownOperation[] | undefined;

/** Every operation of every contract; read once. */
export function operations(): readonly KnownOperation[] {
  all ??= files.flatMap((name) => read(name).operations);
  return all;
}

function read(name: string): Contract {
  const file = JSON.parse(readFileSync(new URL(`./fixtures/${name}.json`, import.meta.url), "utf8")) as ContractFile;
  const isGraph = file.server === "https://graph.microsoft.com";
  const compile = compilerOf(file.schemas, { enumsIgnoreCase: isGraph, isOdata: isGraph });
  const contract: Contract & { operations: KnownOperation[] } = {
    api: file.api,
    server: file.server,
    isGraph,
    commonParams: file.commonParams ?? {},
    operations: [],
    schemas: file.schemas,
    compile,
  };
  const host = new URL(file.server).host;
  for (const [id, operation] of Object.entries(file.operations)) {
    const pattern = new RegExp(operation.match, isGraph ? "i" : "");
    const literals = operation.path.split("/").filter((segment) => !segment.includes("{")).length;
    contract.operations.push({ ...operation, id, contract, pattern, literals });
  }
  // Where two templates match, the one with more literal segments is meant.
  const there = [...(byHost.get(host) ?? []), ...contract.operations].sort(
    (one, other) => other.literals - one.literals,
  );
  byHost.set(host, there);
  return contract;
}

/** The operation of a call, with the values of its path decoded; undefined when no contract knows it. */
export function operationOf(
  method: string,
  url: URL,
): { operation: KnownOperation; path: Readonly<Record<string, string>> } | undefined {
  operations();
  for (const operation of byHost.get(url.host) ?? []) {
    if (operation.method !== method) continue;
    const found = operation.pattern.exec(operation.contract.isGraph ? normalised(url.pathname) : url.pathname);
    if (found === null) continue;
    const named = Object.entries(found.groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value ?? "")]);
    return { operation, path: Object.fromEntries(named) };
  }
  return undefined;
}

/** Next and delta links name a member in brackets and functions with their namespace. */
const normalised = (pathname: string): string =>
  pathname
    .replaceAll(/(mailfolders|calendars|contactfolders|lists)\('([^']*)'\)/gi, "$1/$2")
    .replace(/\/(?:microsoft\.graph\.)?delta\(\)$/i, "/delta");

export const isContractHost = (host: string): boolean => {
  operations();
  return byHost.has(host);
};
