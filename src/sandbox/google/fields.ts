/** Partial answers: `fields=id,payload/headers,items(id,start)` keeps what it names, as Google's APIs do. */

/** What is kept of each property; `true` is all of it. */
type Mask = true | { [name: string]: Mask };

export function keepFields(answer: unknown, fields: string | undefined): unknown {
  if (fields === undefined || fields === "" || fields === "*") return answer;
  return keep(answer, parseFields(fields));
}

/** Throws a RangeError when it is no mask. */
export function parseFields(text: string): Mask {
  let at = 0;
  const mask = list();
  if (at !== text.length) throw new RangeError(`not a field mask: ${text}`);
  return mask;

  function list(): Mask {
    const found: { [name: string]: Mask } = {};
    for (;;) {
      const name = word();
      merge(found, name, below());
      if (text[at] !== ",") return found;
      at += 1;
    }
  }

  function below(): Mask {
    if (text[at] === "/") {
      at += 1;
      const name = word();
      const found: { [name: string]: Mask } = {};
      merge(found, name, below());
      return found;
    }
    if (text[at] !== "(") return true;
    at += 1;
    const inner = list();
    if (text[at] !== ")") throw new RangeError(`not a field mask: ${text}`);
    at += 1;
    return inner;
  }

  function word(): string {
    const found = /^(?:\*|[A-Za-z0-9_$.-]+)/.exec(text.slice(at))?.[0];
    if (found === undefined) throw new RangeError(`not a field mask: ${text}`);
    at += found.length;
    return found;
  }
}

function merge(into: { [name: string]: Mask }, name: string, mask: Mask): void {
  const known = into[name];
  if (known === undefined || known === true || mask === true) into[name] = known === true ? true : mask;
  else for (const [inner, value] of Object.entries(mask)) merge(known, inner, value);
}

function keep(value: unknown, mask: Mask): unknown {
  if (mask === true || value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map((one) => keep(one, mask));
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]) => {
      const below = mask[name] ?? mask["*"];
      return below === undefined ? [] : [[name, keep(inner, below)]];
    }),
  );
}
