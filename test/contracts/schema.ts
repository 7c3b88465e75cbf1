/**
 * Compiles the contracts' subset of JSON Schema into functions, once, so that checking thousands of calls costs little. The
 * keys that begin with `x-` are explained in README.md.
 */

export type Schema = {
  $ref?: string;
  anyOf?: readonly Schema[];
  type?: string | readonly string[];
  properties?: Readonly<Record<string, Schema>>;
  required?: readonly string[];
  additionalProperties?: Schema;
  items?: Schema;
  maxItems?: number;
  enum?: readonly string[];
  format?: string;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  maxLength?: number;
  readOnly?: boolean;
  "x-serverSet"?: boolean;
  "x-requiredFor"?: readonly string[];
  "x-requiredOnCreate"?: readonly string[];
  "x-writableOnUpdate"?: readonly string[];
  "x-notBoth"?: readonly string[];
  "x-keysIgnoreCase"?: boolean;
  "x-derived"?: readonly string[];
  "x-values"?: readonly string[];
  "x-maskValues"?: readonly string[];
  "x-patternOn"?: string;
  "x-flags"?: boolean;
  "x-collection"?: Schema;
  "x-delta"?: boolean;
};

/** What a value belongs to: some rules bind only requests, or only one operation. */
export type Place = { direction: "request" | "response"; operation: string; method: string };

/** Says what is wrong with `value`, each with its path; nothing when all is well. */
export type Checker = (value: unknown, at: string, place: Place, problems: string[]) => void;

export type Dialect = {
  enumsIgnoreCase: boolean;
  /** OData: `@odata.…` keys and `property@odata.…` keys may stand in any answer. */
  isOdata: boolean;
};

/** A compiler over one contract's named schemas. What it compiled is kept. */
export function compilerOf(named: Readonly<Record<string, Schema>>, dialect: Dialect): (schema: Schema) => Checker {
  const kept = new Map<Schema, Checker>();

  function compile(schema: Schema): Checker {
    const known = kept.get(schema);
    if (known !== undefined) return known;
    // Schemas refer to one another in circles: whoever asks meanwhile gets what will stand here.
    let made: Checker | undefined;
    kept.set(schema, (value, at, place, problems) => made?.(value, at, place, problems));
    made = build(schema);
    kept.set(schema, made);
    return made;
  }

  function build(schema: Schema): Checker {
    if (schema.$ref !== undefined) return compile(refer(schema.$ref));
    if (schema.anyOf !== undefined) return anyOf(schema.anyOf);
    if (schema["x-collection"] !== undefined) return collection(schema["x-collection"], schema["x-delta"] === true);
    const types = typeof schema.type === "string" ? [schema.type] : schema.type;
    if (types === undefined) return () => undefined;
    const byType = new Map(types.map((type) => [type, ofType(type, schema)]));
    return (value, at, place, problems) => {
      const check = byType.get(typeOf(value)) ?? (typeOf(value) === "integer" ? byType.get("number") : undefined);
      if (check === undefined) problems.push(`${at}: is ${typeOf(value)}, must be ${types.join(" or ")}`);
      else check(value, at, place, problems);
    };
  }

  function refer(ref: string): Schema {
    const schema = named[ref.slice("#/schemas/".length)];
    if (schema === undefined) throw new Error(`the contract names no schema ${ref}`);
    return schema;
  }

  function anyOf(branches: readonly Schema[]): Checker {
    const checks = branches.map(compile);
    return (value, at, place, problems) => {
      const tries = checks.map((check) => {
        const found: string[] = [];
        check(value, at, place, found);
        return found;
      });
      if (tries.every((found) => found.length > 0)) problems.push(...(tries[0] as string[]));
    };
  }

  function ofType(type: string, schema: Schema): Checker {
    if (type === "object") return object(schema);
    if (type === "array") return array(schema);
    if (type === "string") return text(schema, dialect);
    if (type === "integer" || type === "number") return number(schema);
    return () => undefined;
  }

  function array({ items, maxItems = Number.POSITIVE_INFINITY }: Schema): Checker {
    const check = items === undefined ? undefined : compile(items);
    return (value, at, place, problems) => {
      const list = value as readonly unknown[];
      if (list.length > maxItems) problems.push(`${at}: ${list.length} items, at most ${maxItems}`);
      if (check !== undefined)
        for (const [index, item] of list.entries()) check(item, `${at}[${index}]`, place, problems);
    };
  }

  function object(schema: Schema): Checker {
    const isOpen = schema.properties === undefined && schema.additionalProperties === undefined;
    const fold = (key: string) => (schema["x-keysIgnoreCase"] ? key.toLowerCase() : key);
    const properties = new Map<string, { schema: Schema; check: Checker }>();
    // What a derived type adds may stand where its base is named.
    for (const from of [...(schema["x-derived"] ?? []).flatMap((name) => named[name] ?? []), schema]) {
      for (const [name, inner] of Object.entries(from.properties ?? {})) {
        properties.set(fold(name), { schema: inner, check: compile(inner) });
      }
    }
    const rest = schema.additionalProperties === undefined ? undefined : compile(schema.additionalProperties);

    return (value, at, place, problems) => {
      const given = value as Readonly<Record<string, unknown>>;
      for (const [key, inner] of Object.entries(given)) {
        const property = properties.get(fold(key));
        if (property !== undefined) {
          if (place.direction === "request" && isSetByService(property.schema)) {
            problems.push(`${at}.${key}: is set by the service`);
          }
          property.check(inner, `${at}.${key}`, place, problems);
        } else if (rest !== undefined) rest(inner, `${at}.${key}`, place, problems);
        else if (!isOpen && !(dialect.isOdata && place.direction === "response" && key.includes("@odata."))) {
          problems.push(`${at}.${key}: unknown property`);
        }
      }
      for (const key of missing(schema, given, place)) problems.push(`${at}.${key}: is required`);
      if (place.direction === "request") problems.push(...forbidden(schema, given, at, place));
    };
  }

  /** A page of OData: `{value, @odata.nextLink?}`, and in a delta round one of the two links on every page. */
  function collection(item: Schema, isDelta: boolean): Checker {
    const check = compile(item);
    return (value, at, place, problems) => {
      const page = typeOf(value) === "object" ? (value as Readonly<Record<string, unknown>>) : {};
      if (!Array.isArray(page.value)) return void problems.push(`${at}.value: must be an array`);
      for (const [index, entry] of page.value.entries()) {
        const where = `${at}.value[${index}]`;
        if (isDelta && isRemoval(entry)) checkRemoval(entry, where, problems);
        else check(entry, where, place, problems);
      }
      for (const key of Object.keys(page)) {
        if (!(key === "value" || (collectionKeys.has(key) && (isDelta || key !== "@odata.deltaLink")))) {
          problems.push(`${at}.${key}: unknown property`);
        }
      }
      const links = ["@odata.nextLink", "@odata.deltaLink"].filter((key) => page[key] !== undefined);
      if (isDelta && links.length !== 1)
        problems.push(`${at}: a delta page carries one link, this has ${links.length}`);
      for (const key of links) if (!isLink(page[key])) problems.push(`${at}.${key}: no https link`);
    };
  }

  return compile;
}

const collectionKeys = new Set(["@odata.context", "@odata.count", "@odata.nextLink", "@odata.deltaLink"]);

const isSetByService = (schema: Schema) => schema.readOnly === true || schema["x-serverSet"] === true;
const isLink = (value: unknown) => typeof value === "string" && value.startsWith("https://");

type Removal = { id?: unknown; "@removed": unknown };
const isRemoval = (entry: unknown): entry is Removal =>
  typeof entry === "object" && entry !== null && "@removed" in entry;

function checkRemoval({ id, "@removed": removed, ...rest }: Removal, at: string, problems: string[]): void {
  const reason = (removed as { reason?: unknown } | null)?.reason;
  if (typeof id !== "string") problems.push(`${at}.id: is required`);
  if (reason !== "deleted" && reason !== "changed") problems.push(`${at}.@removed.reason: must be deleted or changed`);
  for (const key of Object.keys(rest)) {
    if (!key.startsWith("@odata.")) problems.push(`${at}.${key}: nothing but the id stands in what was removed`);
  }
}

function missing(schema: Schema, given: Readonly<Record<string, unknown>>, place: Place): string[] {
  const required = [...(schema.required ?? [])];
  if (place.direction === "request") {
    if (place.method === "POST") required.push(...(schema["x-requiredOnCreate"] ?? []));
    for (const [key, inner] of Object.entries(schema.properties ?? {})) {
      if (inner["x-requiredFor"]?.includes(place.operation)) required.push(key);
    }
  }
  return required.filter((key) => given[key] === undefined);
}

function forbidden(schema: Schema, given: Readonly<Record<string, unknown>>, at: string, place: Place): string[] {
  const problems: string[] = [];
  const writable = schema["x-writableOnUpdate"];
  if (writable !== undefined && place.method === "PATCH") {
    for (const key of Object.keys(given)) {
      if (!writable.includes(key)) problems.push(`${at}.${key}: cannot be changed`);
    }
  }
  const together = schema["x-notBoth"] ?? [];
  if (together.length > 1 && together.every((path) => reach(given, path) !== undefined)) {
    problems.push(`${at}: not both ${together.join(" and ")}`);
  }
  return problems;
}

/** The value at a dotted path, letter case aside. */
const reach = (from: unknown, path: string): unknown =>
  path.split(".").reduce<unknown>((value, step) => {
    if (typeof value !== "object" || value === null) return undefined;
    return Object.entries(value).find(([key]) => key.toLowerCase() === step.toLowerCase())?.[1];
  }, from);

function typeOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (typeof value === "number") return Number.isInteger(value) ? "integer" : "number";
  return typeof value;
}

function number({ format, minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY }: Schema): Checker {
  const least = Math.max(minimum, format === "int32" ? -(2 ** 31) : format === "uint32" ? 0 : Number.NEGATIVE_INFINITY);
  const most = Math.min(maximum, format === "int32" ? 2 ** 31 - 1 : format === "uint32" ? 2 ** 32 - 1 : maximum);
  return (value, at, _place, problems) => {
    const given = value as number;
    if (given < least || given > most) problems.push(`${at}: ${given} is not between ${least} and ${most}`);
  };
}

function text(schema: Schema, { enumsIgnoreCase }: Dialect): Checker {
  const fold = (member: string) => (enumsIgnoreCase ? member.toLowerCase() : member);
  const members = schema.enum ?? schema["x-values"];
  const allowed = members === undefined ? undefined : new Set(members.map(fold));
  const masks = schema["x-maskValues"] === undefined ? undefined : new Set(schema["x-maskValues"]);
  const pattern = schema.pattern === undefined ? undefined : new RegExp(schema.pattern, "u");
  const format = schema.format === undefined ? undefined : formats[schema.format];
  const patternOn = schema["x-patternOn"];
  return (value, at, place, problems) => {
    const given = value as string;
    const parts = schema["x-flags"] === true ? given.split(",") : [given];
    if (allowed !== undefined && !parts.every((part) => allowed.has(fold(part)))) {
      problems.push(`${at}: ${shown(given)} is none of ${members?.join(", ")}`);
    }
    if (masks !== undefined && !given.split(",").every((part) => masks.has(part.split(".")[0] as string))) {
      problems.push(`${at}: ${shown(given)} names a field that is none of ${[...masks].join(", ")}`);
    }
    const isBound = patternOn === undefined || place.operation.endsWith(`.${patternOn}`);
    if (pattern !== undefined && isBound && !pattern.test(given))
      problems.push(`${at}: ${shown(given)} is not ${pattern}`);
    if (format !== undefined && !format.test(given)) problems.push(`${at}: ${shown(given)} is no ${schema.format}`);
    if (given.length > (schema.maxLength ?? Number.POSITIVE_INFINITY))
      problems.push(`${at}: longer than ${schema.maxLength}`);
  };
}

/** Long values are cut: problems are read by people. */
const shown = (value: string) => JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value);

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;
const formats: Readonly<Record<string, RegExp>> = {
  "date-time": instant,
  "google-datetime": instant,
  date: /^\d{4}-\d{2}-\d{2}$/,
  time: /^\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?$/,
  duration: /^-?P(?=.)(\d+D)?(T(?=.)(\d+H)?(\d+M)?([\d.]+S)?)?$/,
  int64: /^-?\d{1,19}$/,
  uint64: /^\d{1,20}$/,
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
  byte: /^[A-Za-z0-9+/_-]*={0,2}$/,
  base64: /^[A-Za-z0-9+/]*={0,2}$/,
  "google-fieldmask": /^[A-Za-z0-9_.*]+(,[A-Za-z0-9_.*]+)*$/,
};
